import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { judge } from '../../subgraphs/kit/access/requirements.ts';
import type { Requirement } from '../../subgraphs/kit/access/requirements.ts';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import { messages } from '../../subgraphs/kit/errors/messages.ts';
import { write } from '../../subgraphs/kit/errors/languages.ts';
import type { Viewer } from '../../subgraphs/kit/viewer/viewer.ts';
import { fragmentsOf, oncePerOperation } from '../operations.ts';
import type { ValidOperation } from '../operations.ts';
import type { JournalRefusal } from '../journal-refusal.ts';
import { traceOf } from '../request.ts';
import type { GatewayRequest } from '../request.ts';
import { refusal } from '../refusal.ts';
import { requirementsOf } from '../requirements.ts';

/**
 * Refuses an operation that names anything its viewer may not use, whole and before it is planned: one error for each such field. What is required is read
 * from the supergraph's own directives, the same that the subgraphs enforce again. What is refused to somebody who is signed in is journalled before they are told.
 */
export function authorize(supergraph: GraphQLSchema, journal: JournalRefusal): ApolloServerPlugin<GatewayRequest> {
  const requirement = requirementsOf(supergraph);
  const requiring = oncePerOperation(fieldsOf);

  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async ({ document, operation, contextValue, schema, operationName, queryHash }) => {
          const fields = forbidden(requiring({ document, operation, schema }), contextValue.viewer);
          if (fields.length === 0) return null;
          const errors = fields.map((field) => errorOf(field, contextValue));
          if (!contextValue.viewer) return refusal(401, errors);
          // A document is looked for in several places, of which most are others': nothing is tried.
          if (contextValue.download) return refusal(403, errors);
          const actions = fields.map(({ name }) => name);
          const trace = traceOf(contextValue, operationName, queryHash);
          try {
            await journal(contextValue, trace, { actions, outcome: 'FORBIDDEN' });
          } catch (error) {
            if (!(error instanceof Fault)) throw error;
            const text = write(messages[error.code], contextValue.language);
            const status = error.code === 'UNAUTHENTICATED' ? 401 : 503;
            return refusal(status, [new GraphQLError(text, { extensions: { code: error.code } })]);
          }
          return refusal(403, errors);
        },
      }),
  };

  function fieldsOf({ schema, document, operation }: ValidOperation): RequiringField[] {
    const fields: RequiringField[] = [];
    const info = new TypeInfo(schema);
    for (const definition of reachable(document, operation)) {
      visit(
        definition,
        visitWithTypeInfo(info, {
          Field: (node) => {
            const [parent, field] = [info.getParentType(), info.getFieldDef()];
            if (!parent || !field || field.name.startsWith('__')) return;
            const required = requirement(parent.name, field.name);
            if (required) fields.push({ name: `${parent.name}.${field.name}`, node, required });
          },
        }),
      );
    }
    return fields;
  }
}

/** A field that not everybody may use. */
interface RequiringField {
  /** With its type, such as `Query.journal`. */
  name: string;
  node: FieldNode;
  required: Requirement;
}

/** A field that somebody may not use. */
interface ForbiddenField extends Pick<RequiringField, 'name' | 'node'> {
  judgement: 'UNAUTHENTICATED' | 'FORBIDDEN';
}

function forbidden(fields: readonly RequiringField[], viewer: Viewer | undefined): ForbiddenField[] {
  return fields.flatMap(({ name, node, required }) => {
    const judgement = judge(required, viewer);
    return judgement === 'ALLOWED' ? [] : [{ name, node, judgement }];
  });
}

function errorOf({ name, node, judgement }: ForbiddenField, { language }: GatewayRequest): GraphQLError {
  const text = `${write(messages[judgement], language)} (${name})`;
  return new GraphQLError(text, { nodes: node, extensions: { code: judgement } });
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
