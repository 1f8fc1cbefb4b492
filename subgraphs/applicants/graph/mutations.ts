import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { found } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { attachDocument } from '../commands/attach-document.ts';
import { correctApplicant } from '../commands/correct-applicant.ts';
import { recordConsent } from '../commands/record-consent.ts';
import { registerApplicant } from '../commands/register-applicant.ts';
import { registerOneself } from '../commands/register-oneself.ts';
import { Applicant } from '../model/applicant.ts';
import { Consent } from '../model/consent.ts';
import { Document } from '../model/document.ts';
import { applicantsById, consentsById, documentsById } from '../model/loaders.ts';
import { AttachDocumentInput, CorrectApplicantInput, RecordConsentInput, RegisterApplicantInput } from './inputs.ts';

/** What a command on an applicant led to. */
@ObjectType({ description: 'The applicant as it is now.' })
@Public()
export class ApplicantPayload {
  @Field(() => Applicant, { description: 'The applicant.' })
  declare applicant: Applicant;
}

@ObjectType({ description: 'The document as it was attached.' })
@Public()
export class DocumentPayload {
  @Field(() => Document, { description: 'The document.' })
  declare document: Document;
}

@ObjectType({ description: 'The consent as it was recorded.' })
@Public()
export class ConsentPayload {
  @Field(() => Consent, { description: 'The consent.' })
  declare consent: Consent;
}

@Resolver()
export class ApplicantMutations {
  @Mutation(() => ApplicantPayload, {
    nullable: true,
    description:
      'Registers a person who is presented to you (A§9). As an applicant you register yourself, with the number of your certificate: a document that was presented with this number before, to an office or by you, gives that applicant, as it is; what is known of the number has to agree. RATE_LIMITED after too many attempts.',
  })
  @Access({ roles: ['consul', 'authorised_employee', 'applicant'], rows: 'own office' })
  async registerApplicant(
    @Arg('input', () => RegisterApplicantInput) input: RegisterApplicantInput,
    @Ctx() context: Context,
  ): Promise<ApplicantPayload> {
    const register = context.viewer?.role === 'applicant' ? registerOneself : registerApplicant;
    const { id } = await register(context, input);
    return { applicant: found(await context.load(applicantsById, id)) };
  }

  @Mutation(() => ApplicantPayload, {
    nullable: true,
    description: 'Corrects what was registered of a person: everything is given anew.',
  })
  @Access({ roles: ['consul', 'authorised_employee'], rows: 'own office' })
  async correctApplicant(
    @Arg('input', () => CorrectApplicantInput) input: CorrectApplicantInput,
    @Ctx() context: Context,
  ): Promise<ApplicantPayload> {
    const { id } = await correctApplicant(context, input);
    return { applicant: found(await context.load(applicantsById, id)) };
  }

  @Mutation(() => DocumentPayload, { nullable: true, description: 'Attaches an uploaded scan to a person (A§6).' })
  @Access({ roles: ['consul', 'authorised_employee', 'applicant'], rows: 'own office' })
  async attachDocument(
    @Arg('input', () => AttachDocumentInput) input: AttachDocumentInput,
    @Ctx() context: Context,
  ): Promise<DocumentPayload> {
    const { id } = await attachDocument(context, input);
    return { document: found(await context.load(documentsById, id)) };
  }

  @Mutation(() => ConsentPayload, {
    nullable: true,
    description: 'Records a consent that the person signed (A-ord 3).',
  })
  @Access({ roles: ['consul', 'authorised_employee', 'applicant'], rows: 'own office' })
  async recordConsent(
    @Arg('input', () => RecordConsentInput) input: RecordConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentPayload> {
    const { id } = await recordConsent(context, input);
    return { consent: found(await context.load(consentsById, id)) };
  }
}
