import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CaseHappening } from '../../kit/graph/case-happening.ts';
import { RunningTerm, shownTerms } from '../../kit/graph/running-term.ts';
import { Access } from '../../kit/access/declare.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { availableActions } from '../../kit/lifecycle/lifecycle.ts';
import type { Facts } from '../../kit/lifecycle/lifecycle.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { interviewHasBegun, InterviewTime } from '../model/interview-time.ts';
import { PetitionActionName } from '../model/enumerations.ts';
import type { CaseDocumentRow } from '../model/case-document.ts';
import { bouncesOfCases, documentsOfCases, termsOfCases, timesOfPetitions } from '../model/loaders.ts';
import { Petition } from '../model/petition.ts';
import { petitionLifecycle } from '../rules/petition-lifecycle.ts';
import type { PetitionAction, PetitionGuard } from '../rules/petition-lifecycle.ts';
import { CaseDocument, happeningsOfCases } from './case-parts.ts';

@Resolver(() => Petition)
export class PetitionFields {
  @FieldResolver(() => [RunningTerm], { description: 'Its clocks: those that run, and those that ended.' })
  async terms(@Root() { id }: Petition, @Ctx() context: Context): Promise<RunningTerm[]> {
    return shownTerms((await context.load(termsOfCases, id)) ?? [], context.now());
  }

  @FieldResolver(() => [CaseDocument], { description: 'Its documents, in the order in which they came.' })
  async documents(@Root() { id }: Petition, @Ctx() context: Context): Promise<CaseDocumentRow[]> {
    return (await context.load(documentsOfCases, id)) ?? [];
  }

  @FieldResolver(() => [CaseHappening], {
    description: 'What happened to it, as far as you are told; the earliest first.',
  })
  async history(@Root() { id }: Petition, @Ctx() context: Context): Promise<CaseHappening[]> {
    return (await context.load(happeningsOfCases, id)) ?? [];
  }

  @FieldResolver(() => [InterviewTime], {
    description: 'The times that can still be chosen for the interview, or the one that was; the earliest first (B§6).',
  })
  async interviewTimes(@Root() { id }: Petition, @Ctx() context: Context): Promise<InterviewTime[]> {
    return (await context.load(timesOfPetitions, id)) ?? [];
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When a notice to the person came back last: their e-mail address does not reach them. For the officers who tell them.',
  })
  @Access({ roles: ['hub_officer', 'auditor'], rows: 'own stage' })
  async noticeBouncedAt(@Root() { id }: Petition, @Ctx() context: Context): Promise<Temporal.Instant | null> {
    return (await context.load(bouncesOfCases, id))?.at ?? null;
  }

  @FieldResolver(() => [PetitionActionName], { description: 'What you can do with it now.' })
  async availableActions(@Root() petition: Petition, @Ctx() context: Context): Promise<PetitionAction[]> {
    const facts = (await context.load(factsOfPetitions, petition.id))!;
    return availableActions(petitionLifecycle, petition.state, context.viewer!.role, facts);
  }
}

async function factsOfPetitions(context: Context, ids: readonly string[]): Promise<Map<string, Facts<PetitionGuard>>> {
  const begun = await interviewHasBegun(context.read(), ids, context.now());
  return new Map(ids.map((id) => [id, { 'interview has begun': begun.has(id) }]));
}
