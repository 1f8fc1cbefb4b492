import { expect, test } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';
import type { ExecutionResult, GraphQLObjectType } from 'graphql';
import { enforceMasking } from '../../subgraphs/kit/access/enforce-masking.ts';
import { enforceAccess } from '../../subgraphs/kit/access/enforce.ts';
import { documentsFor } from '../../subgraphs/kit/execution/documents.ts';
import { executor } from '../../subgraphs/kit/execution/execute.ts';
import type { Resolver } from '../../subgraphs/kit/execution/plan.ts';
import type { Context } from '../../subgraphs/kit/subgraph/context.ts';

// What executing by a plan adds to what graphql-js does; that it does the same is proved over every subgraph's schema.

const definition = `
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT
  type Query { things: [Thing!] one: Thing }
  type Thing { id: ID! waits: String! open: String closed: String @requiresScopes(scopes: [["role:consul"]]) name: String }
`;
const schema = buildSchema(definition);
/** What each field does, by its name. */
const found: Record<string, Resolver> = {};
const consul = { role: 'consul', scopes: new Set(['role:consul']) };

function answered(query: string, variables: Record<string, unknown> = {}, viewer: object | null = consul) {
  const context = { viewer: viewer ?? undefined, disclosed: () => Promise.resolve(new Set()) };
  return execute(documentOf(query), { variables }, context as unknown as Context);
}

const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()));
for (const field of fields.filter(({ name }) => ['things', 'one', 'waits'].includes(name)))
  field.resolve = (...asked) => found[field.name]!(...asked);
const resolvers = new Map(fields.map((field) => [field, field.resolve]));
const declared = buildSchema(definition);
(declared.getType('Thing') as GraphQLObjectType).getFields().name!.extensions = { masking: 'name' };
enforceMasking(schema, declared);
enforceAccess(schema);
const documentOf = documentsFor(schema);
const execute = executor(schema, resolvers);

test('each value of the variables on which fields are skipped or included has its own answer', async () => {
  found.one = () => ({ id: 'a', open: 'for all' });
  const query = 'query ($id: Boolean!, $open: Boolean = true) { one { id @skip(if: $id) open @include(if: $open) } }';
  expect(await answered(query, { id: false })).toEqual({ data: { one: { id: 'a', open: 'for all' } } });
  expect(await answered(query, { id: true })).toEqual({ data: { one: { open: 'for all' } } });
  expect(await answered(query, { id: false, open: false })).toEqual({ data: { one: { id: 'a' } } });
});

test('a property may be a getter of the prototype, and is read once', async () => {
  let reads = 0;
  class Row {
    get id() {
      return `read ${++reads}`;
    }
  }
  found.one = () => new Row();
  expect(await answered('{ one { id } }')).toEqual({ data: { one: { id: 'read 1' } } });
});

test('a field that is asked for as __proto__ is no prototype', async () => {
  found.one = () => ({ id: 'a' });
  const { data } = await answered('{ one { __proto__: id } }');
  expect(JSON.stringify(data)).toBe('{"one":{"__proto__":"a"}}');
});

test('an item that fails at once leaves no other failure unheard', async () => {
  found.things = () => [{ id: 'a' }, null];
  found.waits = () => Promise.resolve().then(() => Promise.reject(new Error('late')));
  const { data, errors } = await answered('{ things { waits } }');
  expect(data).toEqual({ things: null });
  expect(errors!.map(({ message }) => message)).toEqual(['Cannot return null for non-nullable field Query.things.']);
});

test('what is refused to one viewer is answered to another, from the same document', async () => {
  found.one = () => ({ id: 'a', closed: 'for consuls' });
  const query = '{ one { id closed } }';
  expect(await answered(query)).toEqual({ data: { one: { id: 'a', closed: 'for consuls' } } });
  for (const [viewer, code] of [
    [{ role: 'manager', scopes: new Set(['role:manager']) }, 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    const { data, errors } = await answered(query, {}, viewer);
    expect([code, data]).toEqual([code, { one: { id: 'a', closed: null } }]);
    expect(errors!.map(({ path, originalError }) => [path, originalError])).toEqual([
      [['one', 'closed'], expect.objectContaining({ code })],
    ]);
  }
});

test('who reads masked is answered by a plan where nothing of it is masked, and masked elsewhere', async () => {
  found.one = () => ({ id: 'a', name: 'Aru' });
  const auditor = { role: 'auditor', scopes: new Set(['role:auditor']) };
  const isPlanned = ({ data }: ExecutionResult) => Object.getPrototypeOf(data) !== null;
  const open = await answered('{ one { id } }', {}, auditor);
  expect([open.data, isPlanned(open)]).toEqual([{ one: { id: 'a' } }, true]);
  const masked = await answered('{ one { ...Named } } fragment Named on Thing { name }', {}, auditor);
  expect([masked.data, isPlanned(masked)]).toEqual([{ one: { name: 'A.' } }, false]);
  const whole = await answered('{ one { name } }');
  expect([whole.data, isPlanned(whole)]).toEqual([{ one: { name: 'Aru' } }, true]);
});
