import { Kind, parse, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { FragmentDefinitionNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql';

/** The forms that a selection can have; whoever asks gets the same in each. */
export const forms = ['as it is', 'inline fragment', 'inline fragment without a type', 'named fragment'] as const;

/** One of them. */
export type Form = (typeof forms)[number];

/** Writes an operation in another form: the form of each selection set is asked for, and each field that has no alias gets one where it is wanted. */
export function reshape(schema: GraphQLSchema, text: string, formOf: () => Form, aliased: () => boolean): string {
  const info = new TypeInfo(schema);
  const fragments: FragmentDefinitionNode[] = [];
  let aliases = 0;
  const document = visit(
    parse(text),
    visitWithTypeInfo(info, {
      Field: (node) => (node.alias || !aliased() ? undefined : { ...node, alias: named(`alias${(aliases += 1)}`) }),
      SelectionSet: {
        leave: (node) => {
          const type = info.getParentType();
          return type ? { ...node, selections: [...inForm(node, type.name, formOf())] } : undefined;
        },
      },
    }),
  );
  return print({ ...document, definitions: [...document.definitions, ...fragments] });

  function inForm(selectionSet: SelectionSetNode, type: string, form: Form): readonly SelectionNode[] {
    const typeCondition = { kind: Kind.NAMED_TYPE, name: named(type) } as const;
    switch (form) {
      case 'as it is':
        return selectionSet.selections;
      case 'inline fragment':
        return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }];
      case 'inline fragment without a type':
        return [{ kind: Kind.INLINE_FRAGMENT, selectionSet }];
      case 'named fragment': {
        const name = named(`Fragment${fragments.length}`);
        fragments.push({ kind: Kind.FRAGMENT_DEFINITION, name, typeCondition, selectionSet });
        return [{ kind: Kind.FRAGMENT_SPREAD, name }];
      }
    }
  }
}

function named(value: string) {
  return { kind: Kind.NAME, value } as const;
}
