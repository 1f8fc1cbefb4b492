import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { CountryCode, DateTime, Iin } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { recordBorderCrossing } from '../commands/record-border-crossing.ts';
import { recordFingerprints } from '../commands/record-fingerprints.ts';
import { CrossingDirectionName } from '../model/enumerations.ts';
import type { CrossingDirection } from '../model/enumerations.ts';

@InputType({ description: 'The travel document with which somebody crossed the border.' })
export class CrossedWithInput {
  @Field(() => CountryCode, { description: 'The state that issued it.' })
  declare issuingCountry: string;

  @Field(() => String, { description: 'Its number.' })
  declare number: string;
}

@InputType({
  description: 'A crossing of the border (B§19, B§22). The person is named by IIN, travel document, or both.',
})
export class RecordBorderCrossingInput extends CommandInputFields {
  @Field(() => String, {
    description:
      'By which the border system knows the crossing. Told again, it changes nothing; told with another content, it is CONFLICT.',
  })
  declare reference: string;

  @Field(() => Iin, { nullable: true, description: 'The number of the person.' })
  declare iin: string | null;

  @Field(() => CrossedWithInput, { nullable: true, description: 'The travel document of the person.' })
  declare travelDocument: CrossedWithInput | null;

  @Field(() => CrossingDirectionName, { description: 'Which way.' })
  declare direction: CrossingDirection;

  @Field(() => DateTime, { description: 'When.' })
  declare crossedAt: Temporal.Instant;

  @Field(() => String, { description: 'Where.' })
  declare checkpoint: string;
}

@InputType({ description: 'Fingerprints that were taken (B§19, B§22).' })
export class RecordFingerprintsInput extends CommandInputFields {
  @Field(() => String, {
    description:
      'By which the fingerprint system knows them. Told again, it changes nothing; told with another content, it is CONFLICT.',
  })
  declare reference: string;

  @Field(() => Iin, { description: 'The number of the person.' })
  declare iin: string;

  @Field(() => DateTime, { description: 'When they were taken.' })
  declare takenAt: Temporal.Instant;

  @Field(() => String, { description: 'Where they were taken.' })
  declare place: string;
}

/** What a system is answered: nothing of any case. */
@ObjectType({ description: 'That it was recorded. Nothing is told of any case.' })
@Public()
export class RecordedPayload {
  @Field(() => String, { description: 'The reference by which it was recorded.' })
  declare reference: string;
}

@Resolver()
export class ArrivalMutations {
  @Mutation(() => RecordedPayload, {
    nullable: true,
    description: 'The border system tells that somebody crossed the border (B§19, B§22).',
  })
  @Access({ scopes: ['border:write'], rows: 'all' })
  async recordBorderCrossing(
    @Arg('input', () => RecordBorderCrossingInput) input: RecordBorderCrossingInput,
    @Ctx() context: Context,
  ): Promise<RecordedPayload> {
    await recordBorderCrossing(context, input);
    return { reference: input.reference };
  }

  @Mutation(() => RecordedPayload, {
    nullable: true,
    description: "The fingerprint system tells that somebody's fingerprints were taken (B§19, B§22).",
  })
  @Access({ scopes: ['fingerprint:write'], rows: 'all' })
  async recordFingerprints(
    @Arg('input', () => RecordFingerprintsInput) input: RecordFingerprintsInput,
    @Ctx() context: Context,
  ): Promise<RecordedPayload> {
    await recordFingerprints(context, input);
    return { reference: input.reference };
  }
}
