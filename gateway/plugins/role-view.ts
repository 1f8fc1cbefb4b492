import type { ApolloServerPlugin } from '@apollo/server';
import { mapSchema, MapperKind, pruneSchema } from '@graphql-tools/utils';
import { execute, GraphQLError, Kind } from 'graphql';
import type { GraphQLSchema, SelectionSetNode } from 'graphql';
import { judge } from '../../subgraphs/kit/access/requirements.ts';
import { write } from '../../subgraphs/kit/errors/languages.ts';
import { messages } from '../../subgraphs/kit/errors/messages.ts';
import type { Viewer } from '../../subgraphs/kit/viewer/viewer.ts';
import { fragmentsOf, oncePerOperation } from '../operations.ts';
import type { GatewayRequest } from '../request.ts';
import { refusal } from '../refusal.ts';
import { requirementsOf } from '../requirements.ts';

/** Answers introspection with what the viewer may use: each role sees its own part of the schema, and somebody without a token the public one. */
export function roleView(supergraph: GraphQLSchema): ApolloServerPlugin<GatewayRequest> {
  const requirement = requirementsOf(supergraph);
  const views = new Map<string, GraphQLSchema>();

  return {
    // A new schema makes the views of the one before worthless.
    serverWillStart: () => Promise.resolve({ schemaDidLoadOrUpdate: () => views.clear() }),
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async ({ document, operation, schema, request, contextValue: { viewer, language } }) => {
          const asked = rootFields({ document, operation, schema });
          const ofSchema = asked.filter((name) => name === '__schema' || name === '__type');
          if (ofSchema.length === 0) return null;
          if (asked.some((name) => !name.startsWith('__'))) {
            const text = `${write(messages.BAD_REQUEST, language)} Ask for the schema in an operation of its own.`;
            const errors = [new GraphQLError(text, { extensions: { code: 'BAD_REQUEST' } })];
            return refusal(400, errors);
          }
          const { operationName, variables: variableValues } = request;
          const singleResult = await execute({
            schema: viewOf(schema, viewer),
            document,
            operationName,
            variableValues,
          });
          return {
            http: { headers: new Map() as never },
            body: { kind: 'single', singleResult: singleResult as never },
          };
        },
      }),
  };

  function viewOf(schema: GraphQLSchema, viewer: Viewer | undefined): GraphQLSchema {
    const key = viewer ? [...viewer.scopes].toSorted().join(' ') : '';
    const view = views.get(key) ?? reduce(schema, viewer);
    views.set(key, view);
    return view;
  }

  function reduce(schema: GraphQLSchema, viewer: Viewer | undefined): GraphQLSchema {
    const reduced = mapSchema(schema, {
      [MapperKind.COMPOSITE_FIELD]: (field, name, type) =>
        judge(requirement(type, name), viewer) === 'ALLOWED' ? field : null,
    });
    return pruneSchema(reduced);
  }
}

/** The names of an operation's root fields, also within fragments; each fragment is read once, however often it is spread. */
const rootFields = oncePerOperation(({ document, operation }) => {
  const fragments = fragmentsOf(document);
  const names = new Set<string>();
  const holders = new Set<{ selectionSet: SelectionSetNode }>([operation]);
  for (const { selectionSet } of holders) {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) holders.add(selection);
      else holders.add(fragments.get(selection.name.value)!);
    }
  }
  return [...names];
});
