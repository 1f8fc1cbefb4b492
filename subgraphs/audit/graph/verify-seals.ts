import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { Fault, refuseProblems } from '../../kit/errors/fault.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { publicKeysOf } from '../../kit/seals/sealing.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { readHeads } from '../commands/heads.ts';
import { Seal } from '../model/seal.ts';
import { sealedBatches } from '../model/sealed-batches.ts';
import { strayEntries } from '../model/sealed-entries.ts';
import { sealFaults, verifySeals } from '../seals/verify-seals.ts';
import type { SealFault } from '../seals/verify-seals.ts';

const SealFaultKind = enumeration('SealFaultKind', sealFaults, 'What can be wrong with the journal.');

/** How many seals one question verifies at the most. */
const mostSeals = 1_000;

/** Something that is wrong, and where. It is reached through the question, which says who may. */
@ObjectType({ description: 'Something that is wrong with the journal, and where.' })
@Public()
export class SealFaultFound {
  @Field(() => SealFaultKind, { description: 'What.' })
  declare kind: SealFault['kind'];

  @Field(() => Int, { nullable: true, description: 'The number of the seal; none for a line that no seal covers.' })
  declare seal: number | null;

  @Field(() => ID, { nullable: true, description: 'The line of the journal.' })
  declare entryId: string | null;
}

/** What was verified, and what was found. */
@ObjectType({ description: 'What was verified of the seals over the journal, and what was found.' })
@Public()
export class SealVerification {
  @Field(() => Boolean, { description: 'Whether nothing is wrong with what was verified.' })
  declare sound: boolean;

  @Field(() => Int, { description: 'How many seals were verified.' })
  declare seals: number;

  @Field(() => Int, { description: 'How many lines they cover.' })
  declare entries: number;

  @Field(() => [SealFaultFound], { description: 'All that is wrong, in the order of the seals.' })
  declare faults: SealFault[];

  @Field(() => Int, {
    nullable: true,
    description: 'The last seal that was verified, to go on after it; none when the end was reached.',
  })
  declare next: number | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when lines are sealed; none when there is no seal.' })
  declare sealedUntil: Temporal.Instant | null;
}

@Resolver()
export class VerifySealsQuery {
  @Query(() => SealVerification, {
    nullable: true,
    description:
      'Verifies the seals over the journal: each signature, the chain from seal to seal, each line, and the heads that were written outside the database.',
  })
  @Access({ roles: ['auditor'], rows: 'all' })
  async verifySeals(
    @Arg('after', () => Int, {
      defaultValue: 0,
      description: 'Seals after this number; from the first one without it.',
    })
    after: number,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many of them, 1 to 1,000.' }) first: number,
    @Ctx() context: Context,
  ): Promise<SealVerification> {
    const { sealing } = context.services;
    if (!sealing) throw new Fault('UNAVAILABLE');
    if (first < 1 || first > mostSeals)
      refuseProblems([{ code: 'PAGE_SIZE', path: ['first'], params: { max: mostSeals } }]);
    const reads = context.read();
    const [last] = await reads.find(Seal, {}, { orderBy: { number: 'desc' }, limit: 1, exclude: ['leaves'] });
    const toEnd = !last || after + first >= last.number;
    const heads = sealing.headsFolder ? await readHeads(sealing.headsFolder) : new Map<number, string>();
    const findings = await verifySeals(
      sealedBatches(reads, { after, until: after + first }),
      { keys: publicKeysOf(sealing), heads },
      { after, toEnd },
    );
    const strays = toEnd ? await strayEntries(reads) : [];
    const faults = [
      ...findings.faults,
      ...strays.map(({ id }) => ({ kind: 'ENTRY_INSERTED' as const, seal: null, entryId: id })),
    ];
    context.shown('SealVerification', []);
    return {
      ...findings,
      faults,
      sound: faults.length === 0,
      next: toEnd ? null : after + first,
      sealedUntil: last?.lastAt ?? null,
    };
  }
}
