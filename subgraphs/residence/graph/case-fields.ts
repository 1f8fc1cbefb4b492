import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { CaseHappening } from '../../kit/graph/case-happening.ts';
import { RunningTerm, shownTerms } from '../../kit/graph/running-term.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { availableActions } from '../../kit/lifecycle/lifecycle.ts';
import type { Facts } from '../../kit/lifecycle/lifecycle.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { factsOf } from '../model/case-facts.ts';
import type { CaseDocumentRow } from '../model/case-document.ts';
import { CaseActionName, CaseStateName } from '../model/enumerations.ts';
import { bouncesOfCases, casesById, documentsOfCases, petitionsById, termsOfCases } from '../model/loaders.ts';
import { Petition } from '../model/petition.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { caseLifecycle, stateAt } from '../rules/case-lifecycle.ts';
import type { CaseAction, CaseGuard, CaseState } from '../rules/case-lifecycle.ts';
import { CaseDocument, happeningsOfCases } from './case-parts.ts';

@Resolver(() => ResidenceCase)
export class ResidenceCaseFields {
  @FieldResolver(() => CaseStateName, {
    description: 'Its state now: what lapsed by the clock has lapsed, whether that is recorded yet or not.',
  })
  state(@Root() { state, lapsesAt }: ResidenceCase, @Ctx() context: Context): CaseState {
    return stateAt(state, lapsesAt, context.now());
  }

  @FieldResolver(() => [RunningTerm], { description: 'Its clocks: those that run, and those that ended.' })
  async terms(@Root() { id }: ResidenceCase, @Ctx() context: Context): Promise<RunningTerm[]> {
    return shownTerms((await context.load(termsOfCases, id)) ?? [], context.now());
  }

  @FieldResolver(() => [CaseDocument], { description: 'Its documents, in the order in which they came.' })
  async documents(@Root() { id }: ResidenceCase, @Ctx() context: Context): Promise<CaseDocumentRow[]> {
    return (await context.load(documentsOfCases, id)) ?? [];
  }

  @FieldResolver(() => [CaseHappening], {
    description: 'What happened to it, as far as you are told; the earliest first.',
  })
  async history(@Root() { id }: ResidenceCase, @Ctx() context: Context): Promise<CaseHappening[]> {
    return (await context.load(happeningsOfCases, id)) ?? [];
  }

  @FieldResolver(() => Petition, {
    nullable: true,
    description: 'The petition that it stands on, for the applicant and for auditors.',
  })
  @Access({ roles: ['applicant', 'auditor'], rows: 'own data' })
  async petition(@Root() { petitionId }: ResidenceCase, @Ctx() context: Context): Promise<Petition | null> {
    return (await context.load(petitionsById, petitionId)) ?? null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When a notice to the person came back last: their e-mail address does not reach them. For the officers who tell them.',
  })
  @Access({ roles: ['kkq_officer', 'psc_officer', 'auditor'], rows: 'own stage' })
  async noticeBouncedAt(@Root() { id }: ResidenceCase, @Ctx() context: Context): Promise<Temporal.Instant | null> {
    return (await context.load(bouncesOfCases, id))?.at ?? null;
  }

  @FieldResolver(() => [CaseActionName], {
    description:
      'What you can do with it now. That it is to be reopened is said by the complaint that calls for it (followUp).',
  })
  async availableActions(@Root() residenceCase: ResidenceCase, @Ctx() context: Context): Promise<CaseAction[]> {
    const { id, state, lapsesAt } = residenceCase;
    const facts = (await context.load(factsOfCases, id))!;
    return availableActions(caseLifecycle, stateAt(state, lapsesAt, context.now()), context.viewer!.role, facts);
  }
}

async function factsOfCases(context: Context, ids: readonly string[]): Promise<Map<string, Facts<CaseGuard>>> {
  const cases = await Promise.all(ids.map((id) => context.load(casesById, id)));
  return factsOf(
    context.read(),
    cases.filter((each) => each !== undefined),
  );
}
