import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { judge } from '../../subgraphs/kit/access/requirements.ts';
import { messages } from '../../subgraphs/kit/errors/messages.ts';
import { write } from '../../subgraphs/kit/errors/languages.ts';
import { fragmentsOf } from '../operations.ts';
import type { GatewayRequest } from '../request.ts';
import { refusal } from '../refusal.ts';
import { requirementsOf } from '../requirements.ts';

/**
 * Refuses an operation that names anything its viewer may not use, whole and before it is planned: one error for each such field. What is required is read
 * from the supergraph's own directives, the same that the subgraphs enforce again.
 */
export function authorize(supergraph: GraphQLSchema): ApolloServerPlugin<GatewayRequest> {
  const requirement = requirementsOf(supergraph);

  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: ({ document, operation, contextValue, schema }) => {
          const errors = forbidden(document, operation, schema, contextValue);
          if (errors.length === 0) return Promise.resolve(null);
          const status = errors.some((error) => error.extensions.code === 'UNAUTHENTICATED') ? 401 : 403;
          return Promise.resolve(refusal(status, errors));
        },
      }),
  };

  function forbidden(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    schema: GraphQLSchema,
    request: GatewayRequest,
  ): GraphQLError[] {
    const errors: GraphQLError[] = [];
    const info = new TypeInfo(schema);
    for (const definition of reachable(document, operation)) {
      visit(
        definition,
        visitWithTypeInfo(info, {
          Field: (node) => {
            const [parent, field] = [info.getParentType(), info.getFieldDef()];
            if (!parent || !field || field.name.startsWith('__')) return;
            const judgement = judge(requirement(parent.name, field.name), request.viewer);
            if (judgement === 'ALLOWED') return;
            const text = `${write(messages[judgement], request.language)} (${parent.name}.${field.name})`;
            errors.push(new GraphQLError(text, { nodes: node, extensions: { code: judgement } }));
          },
        }),
      );
    }
    return errors;
  }
}

/** An operation and the fragments that it spreads, also within each other. */
function reachable(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (OperationDefinitionNode | FragmentDefinitionNode)[] {
  const fragments = fragmentsOf(document);
  const found = new Set<OperationDefinitionNode | FragmentDefinitionNode>([operation]);
  for (const definition of found) {
    visit(definition, {
      FragmentSpread: (node) => {
        const fragment = fragments.get(node.name.value);
        if (fragment) found.add(fragment);
      },
    });
  }
  return [...found];
}
