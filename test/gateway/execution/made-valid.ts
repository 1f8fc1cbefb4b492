import { Kind, validate, visit } from 'graphql';
import type { ASTNode, DocumentNode, GraphQLSchema } from 'graphql';

/** An operation without what is wrong with it; nothing when that leaves none. */
export function madeValid(schema: GraphQLSchema, document: DocumentNode): DocumentNode | undefined {
  for (let current: DocumentNode | undefined = document; current;) {
    const [error] = validate(schema, current, undefined, { maxErrors: 1 });
    if (!error) return current;
    current = without(current, partAround(current, error.nodes?.at(-1)));
  }
  return undefined;
}

const removable = new Set<string>([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.FRAGMENT_DEFINITION,
  Kind.VARIABLE_DEFINITION,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
]);

/** Everything that may be taken away from an operation, the largest parts first. */
export function partsOf(document: DocumentNode): ASTNode[] {
  const parts: { node: ASTNode; depth: number }[] = [];
  visit(document, {
    enter: (node, _key, _parent, path) => {
      if (removable.has(node.kind)) parts.push({ node, depth: path.length });
    },
  });
  return parts.toSorted((one, other) => one.depth - other.depth).map(({ node }) => node);
}

/** The smallest part that holds a node. */
function partAround(document: DocumentNode, wanted: ASTNode | undefined): ASTNode | undefined {
  let found: ASTNode | undefined;
  const around: ASTNode[] = [];
  visit(document, {
    enter: (node) => {
      if (removable.has(node.kind)) around.push(node);
      if (node === wanted) found = around.at(-1);
    },
    leave: (node) => {
      if (removable.has(node.kind)) around.pop();
    },
  });
  return found;
}

/** An operation without one of its parts, and without what is left empty by that; nothing when that is all of it. */
export function without(document: DocumentNode, part: ASTNode | undefined): DocumentNode | undefined {
  if (!part) return undefined;
  const left = visit(document, {
    enter: (node) => (node === part ? null : undefined),
    leave: (node) => (isEmpty(node) ? null : undefined),
  });
  return left.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION) ? left : undefined;
}

/** Whether something was taken away without which a node is nothing. */
function isEmpty(node: ASTNode): boolean {
  if (node.kind === Kind.SELECTION_SET) return node.selections.length === 0;
  // Where a selection set was taken away there is null; where there never was one, nothing.
  return 'selectionSet' in node && node.selectionSet === null;
}
