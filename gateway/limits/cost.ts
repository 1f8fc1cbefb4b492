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
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLOutputType,
  OperationDefinitionNode,
} from 'graphql';
import { usualPage } from '../../subgraphs/kit/connections/page-size.ts';
import { fragmentsOf } from '../operations.ts';
import type { ValidOperation } from '../operations.ts';

/** How many items a list is taken to have that isn't asked for in pages. */
const usualList = 5;

/** How many values an operation may fetch with these variables. */
export type Cost = (variables: Record<string, unknown>) => number;

/** One reckoning: its variables, and the fragments that were reckoned already. */
interface Reckoning {
  values: Record<string, unknown>;
  known: Map<string, number>;
}

/** A part of a cost. */
type Part = (reckoning: Reckoning) => number;

/**
 * Compiles how many values an operation may fetch: a field counts one, and all below a list as often as it has items. A connection, in Relay's form, has as
 * many as `first` or `last` ask for. Each fragment is reckoned once, however often it is spread.
 */
export function compileCost({ schema, document, operation }: ValidOperation): Cost {
  const fragments = fragmentsOf(document);
  const compiled = new Map<string, Part>();
  const whole = compileDefinition(operation);
  const defaults = defaultsOf(operation);
  return (variables) => whole({ values: { ...defaults, ...variables }, known: new Map() });

  function compileDefinition(definition: OperationDefinitionNode | FragmentDefinitionNode): Part {
    const info = new TypeInfo(schema);
    /** What is below each of the fields that the visit is within, and before them the whole. */
    const parts: Part[][] = [[]];
    visit(
      definition,
      visitWithTypeInfo(info, {
        Field: {
          enter: () => void parts.push([]),
          leave: (node) => {
            const below = sumOf(parts.pop()!);
            const items = itemsOf(node, info.getFieldDef()!, info.getParentType()!);
            parts.at(-1)!.push((reckoning) => 1 + items(reckoning) * below(reckoning));
          },
        },
        FragmentSpread: ({ name }) => void parts.at(-1)!.push(costOfFragment(name.value)),
      }),
    );
    return sumOf(parts[0]!);
  }

  function costOfFragment(name: string): Part {
    const part = compiled.get(name) ?? compileDefinition(fragments.get(name)!);
    compiled.set(name, part);
    return (reckoning) => {
      const cost = reckoning.known.get(name) ?? part(reckoning);
      reckoning.known.set(name, cost);
      return cost;
    };
  }
}

function sumOf(parts: readonly Part[]): Part {
  return (reckoning) => parts.reduce((sum, part) => sum + part(reckoning), 0);
}

function itemsOf(node: FieldNode, field: GraphQLField<unknown, unknown>, parent: GraphQLOutputType): Part {
  const type = getNullableType(field.type);
  if (isConnection(type)) return pageSize(node, field, usualPage);
  // The edges are the page, which was counted above them.
  if (!isListType(type) || isConnection(parent)) return () => 1;
  return pageSize(node, field, usualList);
}

function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>, usual: number): Part {
  const sizes = field.args
    .filter(({ name }) => name === 'first' || name === 'last')
    .map(({ name, defaultValue }) => {
      const given = node.arguments?.find((argument) => argument.name.value === name);
      return ({ values }: Reckoning): unknown => (given ? valueFromASTUntyped(given.value, values) : defaultValue);
    });
  return (reckoning) => {
    const asked = sizes.map((size) => size(reckoning)).filter((size) => typeof size === 'number');
    return asked.length > 0 ? Math.max(1, ...asked) : usual;
  };
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
