import { describe, expect, test } from '@jest/globals';
import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import {
  createUnionType,
  Field,
  FieldResolver,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { ClassType, NonEmptyArray } from 'type-graphql';
import { requirementsOf } from '../../gateway/requirements.ts';
import { allSubgraphs } from '../../subgraphs/all.ts';
import { Public } from '../../subgraphs/kit/access/declare.ts';
import { judge } from '../../subgraphs/kit/access/requirements.ts';
import type { SubgraphDefinition } from '../../subgraphs/kit/subgraph/definition.ts';
import { subgraphSchema } from '../../subgraphs/kit/subgraph/schema.ts';
import { startSubgraph } from '../../subgraphs/kit/subgraph/subgraph.ts';
import { isDeclaration } from './declarations.ts';
import { supergraph } from './supergraph.ts';

// What nobody declared is denied: it keeps its subgraph from starting. That every table has row level security or a reason why not is held by grants.test.ts.

type Declaration = ReturnType<typeof Public>;
type Resolvers = NonEmptyArray<NewableFunction>;
const undeclared = (() => undefined) as Declaration;

@ObjectType()
@Public()
class Known {
  @Field(() => String)
  text = 'known';
}

/** A subgraph of these resolvers. */
function definitionOf(resolvers: Resolvers): SubgraphDefinition {
  return { name: 'audit', resolvers, entities: [], references: {} };
}

describe('a subgraph does not start with something on which nobody declared who may use it', () => {
  const cases: [what: string, name: string, resolvers: (declaration: Declaration) => Resolvers][] = [
    ['a query', 'Query.asked', (declaration) => [queryOf(() => String, declaration)]],
    [
      'a mutation',
      'Mutation.done',
      (declaration) => {
        @Resolver()
        class Mutations {
          @Mutation(() => String)
          @declaration
          done(): string {
            return '';
          }
        }
        return [queryOf(() => String), Mutations];
      },
    ],
    [
      'the type that a query returns',
      'Part',
      (declaration) => {
        const Part = partOf(declaration);
        return [queryOf(() => Part)];
      },
    ],
    [
      'the type of a field of another type',
      'Part',
      (declaration) => {
        const Part = partOf(declaration);
        @ObjectType()
        @Public()
        class Whole {
          @Field(() => Part)
          declare part: object;
        }
        return [queryOf(() => Whole)];
      },
    ],
    [
      'the type of a field that is resolved by itself',
      'Part',
      (declaration) => {
        const Part = partOf(declaration);
        @ObjectType()
        @Public()
        class Whole {
          @Field(() => String)
          declare text: string;
        }
        @Resolver(() => Whole)
        class WholeFields {
          @FieldResolver(() => Part)
          part(): object {
            return {};
          }
        }
        return [queryOf(() => Whole), WholeFields];
      },
    ],
    [
      'a type of a union',
      'Part',
      (declaration) => {
        const Part = partOf(declaration);
        const Either = createUnionType({ name: 'Either', types: () => [Known, Part] as const });
        return [queryOf(() => Either)];
      },
    ],
    [
      'a type behind an interface',
      'Behind',
      (declaration) => {
        @InterfaceType()
        abstract class Front {
          @Field(() => String)
          declare text: string;
        }
        @ObjectType({ implements: Front })
        @declaration
        class Behind extends Front {}
        return [queryOf(() => Front), queryOf(() => Behind, Public(), 'behind')];
      },
    ],
  ];

  test.each(cases)('%s', async (_what, name, resolvers) => {
    await expect(startSubgraph(definitionOf(resolvers(undeclared)), {} as never, nobody, nowhere)).rejects.toThrow(
      `Nobody declared who may use ${name} (subgraph audit)`,
    );
    expect((await subgraphSchema(definitionOf(resolvers(Public())))).sdl).toContain(name.split('.').at(-1));
  });

  const nobody = () => Promise.resolve(undefined);
  const nowhere = { url: 'postgresql://nowhere.example/nothing', poolSize: 1 };
});

describe('of all that is declared', () => {
  test('somebody without a token reaches these types, and no other', () => {
    const requirement = requirementsOf(supergraph);
    const reached = new Set<GraphQLObjectType>([supergraph.getQueryType()!, supergraph.getMutationType()!]);
    for (const type of reached) {
      for (const field of Object.values(type.getFields())) {
        if (judge(requirement(type.name, field.name), undefined) !== 'ALLOWED') continue;
        const returned = getNamedType(field.type);
        const types = isAbstractType(returned) ? supergraph.getPossibleTypes(returned) : [returned];
        for (const each of types.filter(isObjectType)) reached.add(each);
      }
    }
    expect([...reached].map(({ name }) => name).toSorted()).toEqual([
      'CalendarYear',
      'ConventionParty',
      'ConventionPartyConnection',
      'ConventionPartyEdge',
      'DocumentCheck',
      'DutyFigure',
      'DutyFigureConnection',
      'DutyFigureEdge',
      'ForeignRepresentation',
      'ForeignRepresentationConnection',
      'ForeignRepresentationEdge',
      'IinAgeCondition',
      'IinRequiredDocument',
      'IinRequirement',
      'IinRequirements',
      'LocalizedText',
      'MachineReadableZone',
      'Mission',
      'MissionConnection',
      'MissionEdge',
      'Mutation',
      'Office',
      'OfficeConnection',
      'OfficeEdge',
      'PageInfo',
      'Pilot',
      'PilotPeriod',
      'Query',
      'StateDuty',
      'Term',
    ]);
  });

  test('every table whose rows are of such a type passes a filter and has policies, for its owner too', () => {
    const entities = Object.values(allSubgraphs).flatMap((subgraph) => subgraph.entities.map(({ meta }) => meta));
    const shown = entities.filter(({ className }) => isObjectType(supergraph.getType(className)));
    const guarded = shown.filter(
      ({ filters, policies, rowLevelSecurity }) =>
        filters?.visible?.default === true && policies.length > 0 && rowLevelSecurity === 'force',
    );
    const declared = shown.filter(({ className }) =>
      supergraph.getType(className)!.astNode!.directives!.some(isDeclaration),
    );
    expect(declared.length).toBeGreaterThan(0);
    expect(guarded.map(({ className }) => className)).toEqual(declared.map(({ className }) => className));
    // Missions, offices and foreign representations, the calendar, the periods of the pilots, the parties of conventions and the figures of the state duty are
    // what everybody may know; what belongs to a petition, a case or a complaint is reached through it.
    expect(shown.filter((entity) => !declared.includes(entity)).map(({ className }) => className)).toEqual([
      'Mission',
      'Office',
      'CalendarYear',
      'PilotPeriod',
      'ForeignRepresentation',
      'ConventionParty',
      'InterviewTime',
      'CaseDocument',
      'SecurityCheck',
      'DutyFigure',
      'Submission',
      'ComplaintDocument',
      'ComplaintDecision',
    ]);
  });
});

/** A resolver with one query. */
function queryOf(type: () => unknown, declaration: Declaration = Public(), name = 'asked'): NewableFunction {
  @Resolver()
  class Queries {
    @Query(type as () => StringConstructor, { name })
    @declaration
    asked(): unknown {
      return '';
    }
  }
  return Queries;
}

function partOf(declaration: Declaration): ClassType {
  @ObjectType()
  @declaration
  class Part {
    @Field(() => String)
    declare text: string;
  }
  return Part;
}
