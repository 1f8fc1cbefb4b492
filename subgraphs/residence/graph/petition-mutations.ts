import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { found } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { chooseInterviewTime, offerInterviewTimes } from '../commands/interview-times.ts';
import { recordInterview } from '../commands/record-interview.ts';
import { refusePetition } from '../commands/refuse-petition.ts';
import { screenPetition } from '../commands/screen-petition.ts';
import { signPetition } from '../commands/sign-petition.ts';
import { submitPetition } from '../commands/submit-petition.ts';
import { withdrawPetition } from '../commands/withdraw-petition.ts';
import { DeclinedConsent, declinedConsentsById } from '../model/declined-consent.ts';
import { petitionsById } from '../model/loaders.ts';
import { Petition } from '../model/petition.ts';
import {
  ChooseInterviewTimeInput,
  OfferInterviewTimesInput,
  PetitionInput,
  RecordInterviewInput,
  RefusePetitionInput,
  ScreenPetitionInput,
  SignPetitionInput,
  SubmitPetitionInput,
} from './petition-inputs.ts';

/** What a command on a petition led to. */
@ObjectType({ description: 'The petition as it is now.' })
@Public()
export class PetitionPayload {
  @Field(() => Petition, { description: 'The petition.' })
  declare petition: Petition;
}

/** What came of an application for a petition. */
const SubmitPetitionResult = createUnionType({
  name: 'SubmitPetitionResult',
  description: 'The petition, or the end of the process where the person does not consent (B§4).',
  types: () => [Petition, DeclinedConsent] as const,
  resolveType: (value) => (value instanceof Petition ? 'Petition' : 'PetitionConsentDeclined'),
});

/** What the person does. */
@Resolver()
export class PetitionApplicantMutations {
  @Mutation(() => SubmitPetitionResult, {
    nullable: true,
    description: 'Asks for a petition of the sectoral state body, with consent first (B§4).',
  })
  @Access({ roles: ['applicant'], rows: 'own data' })
  async submitPetition(
    @Arg('input', () => SubmitPetitionInput) input: SubmitPetitionInput,
    @Ctx() context: Context,
  ): Promise<Petition | DeclinedConsent> {
    const { kind, id } = await submitPetition(context, input);
    return kind === 'Petition'
      ? found(await context.load(petitionsById, id))
      : found(await context.load(declinedConsentsById, id));
  }

  @Mutation(() => PetitionPayload, {
    nullable: true,
    description:
      'Chooses a time for the interview (B§6). Who loses it to somebody else gets CONFLICT, and chooses another one.',
  })
  @Access({ roles: ['applicant'], rows: 'own data' })
  chooseInterviewTime(
    @Arg('input', () => ChooseInterviewTimeInput) input: ChooseInterviewTimeInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return payload(context, chooseInterviewTime(context, input));
  }

  @Mutation(() => PetitionPayload, { nullable: true, description: 'Withdraws a petition that is not decided yet.' })
  @Access({ roles: ['applicant'], rows: 'own data' })
  withdrawPetition(
    @Arg('input', () => PetitionInput) input: PetitionInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return payload(context, withdrawPetition(context, input));
  }
}

/** What the hub and the ministry do. */
@Resolver()
export class PetitionOfficerMutations {
  @Mutation(() => PetitionPayload, {
    nullable: true,
    description: 'Approves the documents of a petition, or refuses them with reasons (B§5, B§9).',
  })
  @Access({ roles: ['hub_officer'], rows: 'all' })
  screenPetition(
    @Arg('input', () => ScreenPetitionInput) input: ScreenPetitionInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return payload(context, screenPetition(context, input));
  }

  @Mutation(() => PetitionPayload, { nullable: true, description: 'Offers times for the interview (B§6).' })
  @Access({ roles: ['hub_officer'], rows: 'all' })
  offerInterviewTimes(
    @Arg('input', () => OfferInterviewTimesInput) input: OfferInterviewTimesInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return payload(context, offerInterviewTimes(context, input));
  }

  @Mutation(() => PetitionPayload, {
    nullable: true,
    description: 'Records what came of the interview, from its time on; passed, the letter is made (B§7).',
  })
  @Access({ roles: ['hub_officer'], rows: 'all' })
  recordInterview(
    @Arg('input', () => RecordInterviewInput) input: RecordInterviewInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return payload(context, recordInterview(context, input));
  }

  @Mutation(() => PetitionPayload, {
    nullable: true,
    description: 'Signs a petition with an electronic signature over the bytes of its letter (B§8).',
  })
  @Access({ roles: ['mddiai_signer'], rows: 'own stage' })
  signPetition(
    @Arg('input', () => SignPetitionInput) input: SignPetitionInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return payload(context, signPetition(context, input));
  }

  @Mutation(() => PetitionPayload, {
    nullable: true,
    description: 'Refuses to sign a petition, with reasons (B§8, B§9).',
  })
  @Access({ roles: ['mddiai_signer'], rows: 'own stage' })
  refusePetition(
    @Arg('input', () => RefusePetitionInput) input: RefusePetitionInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return payload(context, refusePetition(context, input));
  }
}

/** Reads the petition again, with today's rights: a repeated command answers what is true now. */
async function payload(context: Context, outcome: Promise<Outcome>): Promise<PetitionPayload> {
  const { id } = await outcome;
  return { petition: found(await context.load(petitionsById, id)) };
}
