import type { FilterQuery } from '@mikro-orm/postgresql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { Access, Masked } from '../../kit/access/declare.ts';
import { connectionType, filterProblems, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found, refuseProblem, refuseProblems } from '../../kit/errors/fault.ts';
import { Iin, PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { IinApplication } from '../model/application.ts';
import {
  applicationsById,
  applicationsOfRecords,
  recordsById,
  recordsByIin,
  versionsOfRecords,
} from '../model/loaders.ts';
import { IinRecordVersion } from '../model/record-version.ts';
import { IinRecord } from '../model/record.ts';
import { Account } from './references.ts';
import { isCyrillic, surnameBeginning } from './worklist.ts';
import type { Reads } from '../../kit/reading/reads.ts';

const IinRecordConnection = connectionType(IinRecord, 'IinRecord');

@InputType({ description: 'Which records are asked for; all that is given must hold.' })
export class IinRecordFilter {
  @Field(() => Iin, { nullable: true, description: 'With this number.' })
  @Masked('number')
  declare iin: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whose surname begins with this, in Latin or Cyrillic letters; for somebody with a single name, that. Case, spaces and hyphens do not count.',
  })
  @Masked('name')
  declare surname: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'Born on this day.' })
  @Masked('hidden')
  declare birthDate: Temporal.PlainDate | null;
}

/** One of the two by which a record is asked for. */
@ArgsType()
export class RecordKey {
  @Field(() => ID, { nullable: true, description: 'Its opaque id.' })
  declare id?: string | null;

  @Field(() => Iin, { nullable: true, description: 'Its number.' })
  @Masked('number')
  declare iin?: string | null;
}

/** The registry of numbers, for the operators. */
@Resolver()
export class IinRecords {
  @Query(() => IinRecordConnection, {
    nullable: true,
    description: 'The registry of numbers: the newest first; by a surname alone, in the order of surnames.',
  })
  @Access({ roles: ['iin_operator', 'auditor'], rows: 'all' })
  async iinRecords(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => IinRecordFilter, { nullable: true }) filter: IinRecordFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<IinRecord>> {
    const reads = context.read();
    const { where, orderBy } = await search(reads, filter ?? {});
    const connection = await readPage(reads, IinRecord, page, where, orderBy);
    context.shown(
      'IinRecord',
      connection.edges.map(({ node }) => node.id),
    );
    return connection;
  }

  @Query(() => IinRecord, { nullable: true, description: 'One record, by its id or by its number.' })
  @Access({ roles: ['iin_operator', 'auditor'], rows: 'all' })
  async iinRecord(@Args(() => RecordKey) { id, iin }: RecordKey, @Ctx() context: Context): Promise<IinRecord> {
    if ((id == null) === (iin == null)) refuseProblem('RECORD_KEY', ['id']);
    return found(await (id == null ? context.load(recordsByIin, iin!) : context.load(recordsById, id)));
  }
}

/** What an operator sees of the history of a record. */
@Resolver(() => IinRecord)
export class IinRecordFields {
  @FieldResolver(() => [IinRecordVersion], {
    nullable: true,
    description: 'Every version, the first one first; the last one is the present one.',
  })
  async versions(@Root() { id }: IinRecord, @Ctx() context: Context): Promise<IinRecordVersion[]> {
    return (await context.load(versionsOfRecords, id)) ?? [];
  }

  @FieldResolver(() => [IinApplication], {
    nullable: true,
    description:
      'The applications about it, the first one first: the one for the number, and those for corrections, refused ones too; each with what was printed for it, and how often.',
  })
  @Access({ roles: ['iin_operator', 'auditor'], rows: 'all' })
  async applications(@Root() { id }: IinRecord, @Ctx() context: Context): Promise<IinApplication[]> {
    return (await context.load(applicationsOfRecords, id)) ?? [];
  }
}

@Resolver(() => IinRecordVersion)
export class IinRecordVersionFields {
  @FieldResolver(() => IinApplication, { description: 'The application that brought it about.' })
  async application(@Root() { applicationId }: IinRecordVersion, @Ctx() context: Context): Promise<IinApplication> {
    return found(await context.load(applicationsById, applicationId));
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The operator who recorded it.' })
  recordedBy(@Root() { recordedBy }: IinRecordVersion): Account {
    return { id: recordedBy };
  }
}

interface Search {
  where: FilterQuery<IinRecord>;
  orderBy?: Record<string, 'asc'>;
}

/** What a filter asks of the records, and an order in which an index has them: a page costs the same however many there are. */
async function search(reads: Reads, filter: Partial<IinRecordFilter>): Promise<Search> {
  refuseProblems(filterProblems(filter));
  const { iin, surname, birthDate } = filter;
  const exact = { ...(iin != null && { iin }), ...(birthDate != null && { birthDate }) };
  if (surname == null) return { where: exact };
  const order = isCyrillic(surname) ? 'cyrillicSurnameOrder' : 'latinSurnameOrder';
  const where = { ...exact, [order]: await surnameBeginning(reads, surname, 'surname') } as FilterQuery<IinRecord>;
  // Those of one number or one birth date are few, whatever they are called.
  return iin != null || birthDate != null ? { where } : { where, orderBy: { [order]: 'asc' } };
}
