import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, getNamedType, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { loadSupergraph } from '../../gateway/supergraph.ts';
import { supergraphFile } from '../../installation/paths.ts';
import { machineScopes } from '../../subgraphs/kit/viewer/roles.ts';

const folder = join(import.meta.dirname, '../../schema/operations');
const operations = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => [file, parse(readFileSync(join(folder, file), 'utf8'))] as const);

let gateway: ApolloGateway;
/** What clients see: without what only routers need. */
let publicSchema: GraphQLSchema;
/** The whole supergraph, with the directives that say who may use what. */
let supergraph: GraphQLSchema;

beforeAll(async () => {
  const { sdl, schema } = await loadSupergraph(supergraphFile);
  // Nothing is executed, so the subgraphs behind it may be empty.
  const subgraph = new LocalGraphQLDataSource(buildSchema('type Query { nothing: Boolean }'));
  gateway = new ApolloGateway({ supergraphSdl: sdl, buildService: () => subgraph });
  publicSchema = (await gateway.load()).schema;
  supergraph = schema;
});
afterAll(() => gateway.stop());

describe('the operations that are shipped for clients', () => {
  test('there are some', () => expect(operations.length).toBeGreaterThan(0));

  test.each(operations)('%s fits the schema', (_file, document) => {
    expect(validate(publicSchema, document)).toEqual([]);
  });

  test.each(operations)('%s holds one operation, named as the file', (file, document) => {
    const words = basename(file, '.graphql').split('-');
    const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
    const names = document.definitions.map((each) => (each as OperationDefinitionNode).name?.value);
    expect(names).toEqual([name]);
  });

  test.each(operations)('%s names nothing that the role of its folder may not use', (file, document) => {
    expect(closedTo(scopesOf(dirname(file)), document)).toEqual([]);
  });
});

/** What somebody of a role may be given: a partner also the scopes of machines. */
function scopesOf(role: string): string[] {
  return [`role:${role}`, ...(role === 'partner' ? machineScopes : [])];
}

/** The fields of an operation for which another scope is required: by the field, its type, or the type that it returns. */
function closedTo(scopes: readonly string[], document: DocumentNode): string[] {
  const closed: string[] = [];
  const info = new TypeInfo(supergraph);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: () => {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (!parent || !field || field.name.startsWith('__')) return;
        const holders = [field, parent, getNamedType(field.type)];
        const open = holders.every(({ astNode }) => {
          const directive = astNode?.directives?.find(({ name }) => name.value === 'requiresScopes');
          const required = JSON.stringify(directive?.arguments);
          return !directive || scopes.some((scope) => required.includes(`"value":"${scope}"`));
        });
        if (!open) closed.push(`${parent.name}.${field.name}`);
      },
    }),
  );
  return closed;
}
