import { expect, test } from '@jest/globals';
import { buildASTSchema, execute, parse } from 'graphql';
import { Field, FieldResolver, InterfaceType, ObjectType, Query, Resolver } from 'type-graphql';
import { requirementsOf } from '../../gateway/requirements.ts';
import { Access, Public } from '../../subgraphs/kit/access/declare.ts';
import { judge } from '../../subgraphs/kit/access/requirements.ts';
import { subgraphSchema } from '../../subgraphs/kit/subgraph/schema.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import type { Viewer } from '../../subgraphs/kit/viewer/viewer.ts';

// What is declared on a type holds for everything in it and for everything that leads to it: in the subgraph, and in the gateway, which reads the text only.

@ObjectType()
@Public()
class Known {
  @Field(() => String)
  text = 'known';
}

@ObjectType()
@Access({ roles: ['consul', 'auditor'], rows: 'all' })
class Closed {
  @Field(() => String, { nullable: true })
  text = 'closed';

  @Field(() => [Known], { nullable: true })
  parts = [new Known()];

  @Field(() => String, { nullable: true })
  @Access({ roles: ['auditor', 'manager'], rows: 'all' })
  narrower = 'narrower';
}
@Resolver(() => Closed)
class ClosedFields {
  @FieldResolver(() => String, { nullable: true })
  resolved(): string {
    return 'resolved';
  }
}
@InterfaceType({ resolveType: () => 'Behind' })
abstract class Front {
  @Field(() => String, { nullable: true })
  text = 'front';
}
@ObjectType({ implements: Front })
@Access({ roles: ['consul'], rows: 'all' })
class Behind extends Front {}
@Resolver()
class Queries {
  @Query(() => [Closed], { nullable: true })
  @Public()
  closed(): Closed[] {
    return [new Closed()];
  }

  @Query(() => Known)
  @Public()
  known(): Known {
    return new Known();
  }

  @Query(() => Front, { nullable: true })
  @Public()
  front(): Front {
    return new Behind();
  }

  @Query(() => Behind, { nullable: true })
  @Access({ roles: ['consul'], rows: 'all' })
  behind(): Behind {
    return new Behind();
  }
}
const started = subgraphSchema({ name: 'audit', resolvers: [Queries, ClosedFields], entities: [], references: {} });

/** What a subgraph answers somebody of a role: the codes of its errors. */
async function codesFor(role: Role | undefined, query: string): Promise<unknown[]> {
  const viewer = role && viewerOf(role);
  const { errors = [] } = await execute({
    schema: (await started).schema,
    document: parse(query),
    contextValue: { viewer },
  });
  return errors.map(({ extensions }) => extensions.code);
}

/** Whether the gateway lets somebody of a role ask for a field, by the text of the schema. */
async function gatewayOn(role: Role | undefined, type: string, field: string) {
  const schema = buildASTSchema(parse((await started).sdl), { assumeValidSDL: true });
  return judge(requirementsOf(schema)(type, field), role && viewerOf(role));
}

test.each(['text', 'parts { text }', 'resolved'])('a declaration on a type holds for its field %s', async (field) => {
  const query = `{ closed { ${field} } }`;
  const [name] = field.split(' ') as [string];
  expect([await codesFor('consul', query), await gatewayOn('consul', 'Closed', name)]).toEqual([[], 'ALLOWED']);
  expect([await codesFor('manager', query), await gatewayOn('manager', 'Closed', name)]).toEqual([
    ['FORBIDDEN'],
    'FORBIDDEN',
  ]);
  expect([await codesFor(undefined, query), await gatewayOn(undefined, 'Closed', name)]).toEqual([
    ['UNAUTHENTICATED'],
    'UNAUTHENTICATED',
  ]);
});

test('it holds for whatever returns the type, though that is for everybody', async () => {
  expect(await gatewayOn('manager', 'Query', 'closed')).toBe('FORBIDDEN');
  expect(await gatewayOn('consul', 'Query', 'closed')).toBe('ALLOWED');
  expect(await codesFor('manager', '{ closed { __typename } }')).toEqual(['FORBIDDEN']);
  expect(await codesFor('manager', '{ known { text } }')).toEqual([]);
});

test('it is only narrowed by what is declared on a field: both must be met', async () => {
  for (const [role, codes, judgement] of [
    ['auditor', [], 'ALLOWED'],
    ['consul', ['FORBIDDEN'], 'FORBIDDEN'],
    ['manager', ['FORBIDDEN'], 'FORBIDDEN'],
  ] as const) {
    expect([role, await codesFor(role, '{ closed { narrower } }')]).toEqual([role, codes]);
    expect([role, await gatewayOn(role, 'Closed', 'narrower')]).toEqual([role, judgement]);
  }
});

test('it holds for the interface in front of the type', async () => {
  const query = '{ front { text } }';
  expect([await codesFor('consul', query), await gatewayOn('consul', 'Front', 'text')]).toEqual([[], 'ALLOWED']);
  expect([await codesFor('auditor', query), await gatewayOn('auditor', 'Front', 'text')]).toEqual([
    ['FORBIDDEN'],
    'FORBIDDEN',
  ]);
});

function viewerOf(role: Role): Viewer {
  return {
    accountId: '01964631-f000-7000-8000-00000000ffff',
    role,
    officeId: null,
    city: null,
    scopes: new Set([`role:${role}`]),
    expiresAt: Number.POSITIVE_INFINITY,
  };
}
