import type { Operation, Schema } from '@apollo/federation-internals';
import { visit } from 'graphql';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Answer } from './complete-value.ts';
import { compileFill } from './compile-objects.ts';
import { compileIntrospection } from './introspect.ts';
import type { Data } from './merge.ts';
import { isStrange } from './own.ts';

/** What is answered, and what of it subgraphs gave wrongly. */
export interface Shaped {
  data: Data | null;
  errors: GraphQLError[];
}

/** Makes the answer out of all that was fetched: what was asked for, in the order that it was asked in. */
export type Shape = (fetched: Data, variables: Readonly<Record<string, unknown>>) => Shaped;

/** Where an operation comes from. */
export interface OperationSource {
  /** What callers see. */
  schema: GraphQLSchema;
  document: DocumentNode;
  definition: OperationDefinitionNode;
}

/** Compiles the shape of an operation's answers. */
export function compileShape(operation: Operation, schema: Schema, source: OperationSource): Shape {
  const create = hasStrangeNames(source.document) ? () => Object.create(null) as Data : () => ({});
  const parts = {
    schema,
    create,
    introspect: (selection: Parameters<typeof compileIntrospection>[1]) => {
      const ask = compileIntrospection(source.schema, selection, source.definition.variableDefinitions);
      return ({ variables }: Answer) => ask(variables);
    },
  };
  const root = schema.schemaDefinition.rootType(operation.rootKind)!;
  const fill = compileFill(parts, operation.selectionSet, root, undefined, false);
  const defaults = operation.collectDefaultedVariableValues() as Record<string, unknown>;

  return (fetched, variables) => {
    const variable = (name: string) => (Object.hasOwn(variables, name) ? variables[name] : defaults[name]);
    const answer: Answer = { errors: [], path: [], variables, variable };
    const data = create();
    return { data: fill(fetched, data, answer) ? data : null, errors: answer.errors };
  };
}

/** Whether something in the answer may have a name that every object has something under: its objects then stand on nothing. */
function hasStrangeNames(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name, alias }) => {
      found ||= isStrange((alias ?? name).value);
    },
  });
  return found;
}
