import type { FieldSelection } from '@apollo/federation-internals';
import { executeSync, Kind, OperationTypeNode, visit } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema, VariableDefinitionNode } from 'graphql';

/** Compiles a question about the schema itself, which no subgraph is asked. */
export function compileIntrospection(
  schema: GraphQLSchema,
  selection: FieldSelection,
  variableDefinitions: readonly VariableDefinitionNode[] = [],
): (variables: Readonly<Record<string, unknown>>) => unknown {
  const field = selection.expandFragments().toSelectionNode();
  const used = variablesIn(field);
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: variableDefinitions.filter(({ variable }) => used.has(variable.name.value)),
        selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
      },
    ],
  };
  return (variableValues) => {
    const { data, errors } = executeSync({ schema, document, rootValue: {}, variableValues });
    if (errors) throw new AggregateError(errors, 'The schema could not be asked about itself');
    return data![field.alias?.value ?? field.name.value];
  };
}

function variablesIn(field: FieldNode): Set<string> {
  const names = new Set<string>();
  visit(field, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}
