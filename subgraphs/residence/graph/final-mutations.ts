import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { compareDocuments } from '../commands/compare-documents.ts';
import { decideFinal } from '../commands/decide-final.ts';
import { receiveOriginals, sendOriginals } from '../commands/hand-on-originals.ts';
import { issuePermit } from '../commands/issue-permit.ts';
import { recordArrival } from '../commands/record-arrival.ts';
import { registerFinalApplication } from '../commands/register-final-application.ts';
import { registerResidence } from '../commands/register-residence.ts';
import {
  CompareDocumentsInput,
  DecideFinalInput,
  IssuePermitInput,
  RegisterFinalApplicationInput,
  RegisterResidenceInput,
  SendOriginalsInput,
} from './final-inputs.ts';
import { ResidenceCaseInput } from './preliminary-inputs.ts';
import { payload, ResidenceCasePayload } from './preliminary-mutations.ts';

/** What the migration officer does after the approval. */
@Resolver()
export class FinalReviewMutations {
  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description:
      'Records that the person turned to the territorial migration service; TERM_EXPIRED once the approval has lapsed (B§19).',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  recordArrival(
    @Arg('input', () => ResidenceCaseInput) input: ResidenceCaseInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, recordArrival(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description: 'Records that the originals were received: the final review of three working days begins (B§22).',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  receiveOriginals(
    @Arg('input', () => ResidenceCaseInput) input: ResidenceCaseInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, receiveOriginals(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description: 'Records what the comparison of the originals with the documents given earlier found (B§22).',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  compareDocuments(
    @Arg('input', () => CompareDocumentsInput) input: CompareDocumentsInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, compareDocuments(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description:
      'Gives the permission to reside permanently or refuses it with its reason; the notice comes into the cabinet (B§22–24). WRONG_STATE for a permission while the checks are not repeated, the documents not compared, the border crossing or the fingerprints not confirmed.',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  decideFinal(
    @Arg('input', () => DecideFinalInput) input: DecideFinalInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, decideFinal(context, input));
  }
}

/** What the service centre does. */
@Resolver()
export class ServiceCentreMutations {
  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description:
      'Registers the final application, found by the number of the preliminary approval (B§20, B§21). Everything that is wrong with any document is told at once.',
  })
  @Access({ roles: ['psc_officer'], rows: 'own stage' })
  registerFinalApplication(
    @Arg('input', () => RegisterFinalApplicationInput) input: RegisterFinalApplicationInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, registerFinalApplication(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description: 'Records that the originals were given to the courier (B§21).',
  })
  @Access({ roles: ['psc_officer'], rows: 'own stage' })
  sendOriginals(
    @Arg('input', () => SendOriginalsInput) input: SendOriginalsInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, sendOriginals(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description: 'Registers the residence of somebody who was permitted to reside (B§25).',
  })
  @Access({ roles: ['psc_officer'], rows: 'own stage' })
  registerResidence(
    @Arg('input', () => RegisterResidenceInput) input: RegisterResidenceInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, registerResidence(context, input));
  }

  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description: 'Hands out the residence permit with its number, once the residence is registered (B§26).',
  })
  @Access({ roles: ['psc_officer'], rows: 'own stage' })
  issuePermit(
    @Arg('input', () => IssuePermitInput) input: IssuePermitInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, issuePermit(context, input));
  }
}
