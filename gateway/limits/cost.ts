import {
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { usualPage } from '../../subgraphs/kit/connections/page-size.ts';
import { fragmentsOf } from '../operations.ts';

/** How many items a list is taken to have that isn't asked for in pages. */
const usualList = 5;

/**
 * How many values an operation may fetch: a field counts one, and all below a list as often as it has items. A connection, in Relay's form, has as many as
 * `first` or `last` ask for. Each fragment is reckoned once, however often it is spread.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  const fragments = fragmentsOf(document);
  const known = new Map<string, number>();
  const values = { ...defaultsOf(operation), ...variables };
  return costOfDefinition(operation);

  function costOfDefinition(definition: OperationDefinitionNode | FragmentDefinitionNode): number {
    const info = new TypeInfo(schema);
    /** What is below each of the fields that the visit is within, and before them the whole. */
    const sums = [0];
    const add = (cost: number) => sums.push(sums.pop()! + cost);
    visit(
      definition,
      visitWithTypeInfo(info, {
        Field: {
          enter: () => void sums.push(0),
          leave: (node) => {
            const below = sums.pop()!;
            add(1 + itemsOf(node, info.getFieldDef()!, info.getParentType()!) * below);
          },
        },
        FragmentSpread: ({ name }) => void add(costOfFragment(name.value)),
      }),
    );
    return sums[0]!;
  }

  function costOfFragment(name: string): number {
    const cost = known.get(name) ?? costOfDefinition(fragments.get(name)!);
    known.set(name, cost);
    return cost;
  }

  function itemsOf(node: FieldNode, field: GraphQLField<unknown, unknown>, parent: GraphQLOutputType): number {
    const type = getNullableType(field.type);
    if (isConnection(type)) return pageSize(node, field) ?? usualPage;
    // The edges are the page, which was counted above them.
    if (!isListType(type) || isConnection(parent)) return 1;
    return pageSize(node, field) ?? usualList;
  }

  function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
    const sizes = field.args
      .filter(({ name }) => name === 'first' || name === 'last')
      .map(({ name, defaultValue }) => {
        const given = node.arguments?.find((argument) => argument.name.value === name);
        return given ? valueFromASTUntyped(given.value, values) : defaultValue;
      })
      .filter((size) => typeof size === 'number');
    return sizes.length > 0 ? Math.max(1, ...sizes) : undefined;
  }
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
}

function isConnection(type: GraphQLOutputType): boolean {
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const { edges, pageInfo } = type.getFields();
  return pageInfo !== undefined && edges !== undefined && isListType(getNullableType(edges.type));
}
