import { Kind } from 'graphql';
import type { DocumentNode, OperationDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../operations.ts';
import type { OperationLimits } from './limits.ts';

/** What can be counted in an operation without a schema. */
export type Size = Record<Exclude<keyof OperationLimits, 'tokens' | 'cost'>, number>;

const nothing: Size = { depth: 0, nesting: 0, aliases: 0, directives: 0, rootFields: 0, selections: 0 };

/** Counts an operation as it is when its fragments are spread. Each fragment is counted once, however often it is spread: the numbers may be astronomic, the work is not. */
export function sizeOf(document: DocumentNode, operation: OperationDefinitionNode): Size {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Size>();
  return sizeOfSelections(operation.selectionSet);

  function sizeOfSelections(set: SelectionSetNode | undefined): Size {
    return (set?.selections ?? []).map(sizeOfSelection).reduce(sideBySide, nothing);
  }

  function sizeOfSelection(selection: SelectionNode): Size {
    const within =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? sizeOfFragment(selection.name.value)
        : sizeOfSelections(selection.selectionSet);
    const isField = selection.kind === Kind.FIELD;
    return {
      depth: within.depth + (isField ? 1 : 0),
      nesting: within.nesting + 1,
      aliases: within.aliases + (isField && selection.alias ? 1 : 0),
      directives: within.directives + (selection.directives?.length ?? 0),
      rootFields: isField ? 1 : within.rootFields,
      selections: within.selections + 1,
    };
  }

  function sizeOfFragment(name: string): Size {
    const size = known.get(name) ?? sizeOfSelections(fragments.get(name)!.selectionSet);
    known.set(name, size);
    return size;
  }
}

function sideBySide(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    nesting: Math.max(one.nesting, other.nesting),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    rootFields: one.rootFields + other.rootFields,
    selections: one.selections + other.selections,
  };
}
