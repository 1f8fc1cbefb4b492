import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import {
  datesBesides,
  duplicateMatches,
  duplicateStrengths,
  matchesOf,
  scoreOf,
  strengthOf,
} from '../rules/duplicates.ts';
import type { ComparedPerson, DuplicateMatch, DuplicateStrength } from '../rules/duplicates.ts';
import { openStates } from '../rules/lifecycle.ts';
import { soundsOf } from '../rules/name-sounds.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import { IinApplication } from './application.ts';
import { DuplicateDecision } from './duplicate-decision.ts';
import { IinRecordVersion } from './record-version.ts';
import { IinRecord } from './record.ts';
import type { Reads } from '../../kit/reading/reads.ts';

export const DuplicateMatchName = enumeration(
  'DuplicateMatch',
  duplicateMatches,
  'In what two people agree. Names sound alike also where one was swapped, shortened or spelled otherwise, in either script.',
);
export const DuplicateStrengthName = enumeration(
  'DuplicateStrength',
  duplicateStrengths,
  'How much speaks for one person. STRONG: the same travel document, or the same birth date and a name that sounds alike; it has to be decided before the number is formed. WEAK: less than that.',
);

/** Somebody who may be the person of an application. */
@ObjectType({
  description:
    'Somebody who may be the person of an application: from the registry of numbers, or from another application that is open (A§13).',
})
@Access({ roles: ['iin_operator', 'auditor'], rows: 'all' })
export class PossibleDuplicate {
  @Field(() => ID, {
    name: 'candidateId',
    description:
      'Who is meant, by the application through which they came: it stays the same when they are given a number.',
  })
  declare id: string;

  @Field(() => DuplicateStrengthName, { description: 'How much speaks for one person.' })
  declare strength: DuplicateStrength;

  @Field(() => [DuplicateMatchName], { description: 'In what the two agree, what tells most first.' })
  declare matches: DuplicateMatch[];

  @Field(() => DuplicateDecision, { nullable: true, description: 'The last decision about the two.' })
  declare decision: DuplicateDecision | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the versions of their record, the one in which the two agree: an earlier one for a former name or document; null without a record.',
  })
  declare recordVersion: number | null;

  /** The record of their number, once they have one. */
  declare recordId: string | null;
  /** By which likelier ones come first. */
  declare score: number;
}

/** Everybody whom the viewer may see and who may be the person of an application. */
export async function duplicatesOf(reads: Reads, application: IinApplication): Promise<PossibleDuplicate[]> {
  const agreeing = (await candidatesOf(reads, application)).flatMap(({ person, ...candidate }) => {
    const matches = matchesOf(application, person);
    const strength = strengthOf(matches);
    return strength ? [{ ...candidate, matches, strength, score: scoreOf(matches) }] : [];
  });
  const likeliestLast = agreeing.toSorted((one, other) => one.score - other.score);
  const found = [...new Map(likeliestLast.map((each) => [each.id, each])).values()];
  const decisions = await lastDecisions(reads, application.id, found);
  return found.map((each) =>
    Object.assign(new PossibleDuplicate(), each, { decision: decisions.get(each.id) ?? null }),
  );
}

/** Somebody as they applied, or as one version of their record has them. */
interface Candidate {
  id: string;
  recordId: string | null;
  recordVersion: number | null;
  person: ComparedPerson;
}

/** The sounds that the database keeps of a name in each script: of the surname, or a single name, and of the first word beside or in it. */
const soundColumns = [
  ['latinSurnameSound', 'latinGivenNameSound'],
  ['cyrillicSurnameSound', 'cyrillicGivenNameSound'],
] as const;

/**
 * Those whom an index finds: by the travel document; by a sound of the name and the birth date; by that of the surname also with a birth date that a slip
 * makes of it; whoever has a single name by the birth date. Of a record each version is looked for, the earliest first.
 */
async function candidatesOf(reads: Reads, application: IinApplication): Promise<Candidate[]> {
  const { id, latinName, cyrillicName, birthDate, documentKey, recordId: ownRecordId } = application;
  const sounds = { $in: [...new Set([latinName, cyrillicName].flatMap(soundsOf))] };
  const dates = { $in: [birthDate, ...datesBesides(birthDate)] };
  const alike = {
    $or: [
      ...(documentKey ? [{ documentKey }] : []),
      { singleName: true, birthDate },
      ...soundColumns.flatMap(([surname, givenName]) => [
        { [surname]: sounds, birthDate: dates },
        { [givenName]: sounds, birthDate },
      ]),
    ],
  };
  const another = { id: { $ne: id }, kind: 'FORMATION' as const, state: { $in: [...openStates] } };
  // In this order: who is given a number between the two is found by the first one.
  const others: IinApplication[] = await reads.find(IinApplication, { ...another, ...alike });
  const ofOthers = ownRecordId ? { recordId: { $ne: ownRecordId } } : {};
  const versions: IinRecordVersion[] = await reads.find(
    IinRecordVersion,
    { ...ofOthers, ...alike },
    { orderBy: { version: 'asc' } },
  );
  const records = await readMany(reads, IinRecord, [...new Set(versions.map(({ recordId }) => recordId))]);
  const registered = versions.flatMap((person) => {
    const { recordId, version: recordVersion } = person;
    const record = records.get(recordId);
    return record ? [{ id: record.applicationId, recordId, recordVersion, person }] : [];
  });
  const given = new Set(registered.map(({ id: candidateId }) => candidateId));
  const open = others.filter((person) => !given.has(person.id));
  return [...open.map((person) => ({ id: person.id, recordId: null, recordVersion: null, person })), ...registered];
}

/** The last decision about an application and each candidate, on whichever of the two it was taken. */
async function lastDecisions(
  reads: Reads,
  id: string,
  found: readonly { id: string }[],
): Promise<Map<string, DuplicateDecision>> {
  if (found.length === 0) return new Map();
  const others = { $in: found.map((each) => each.id) };
  const decisions = (await reads.find(
    DuplicateDecision,
    {
      $or: [
        { applicationId: id, candidateId: others },
        { candidateId: id, applicationId: others },
      ],
    },
    { orderBy: { decidedAt: 'asc', id: 'asc' } },
  )) as DuplicateDecision[];
  return new Map(decisions.map((each) => [each.applicationId === id ? each.candidateId : each.applicationId, each]));
}
