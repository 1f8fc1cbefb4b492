import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { write } from '../../kit/errors/languages.ts';
import { CaseFile } from '../../kit/graph/case-file.ts';
import { CaseHappening, happeningsByCase } from '../../kit/graph/case-happening.ts';
import { RunningTerm, shownTerms } from '../../kit/graph/running-term.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { availableActions } from '../../kit/lifecycle/lifecycle.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { earliestOf } from '../../kit/terms/clocks.ts';
import type { CaseTerm } from '../../kit/terms/term-table.ts';
import type { ToldCaseFile } from '../model/case-file.ts';
import { Complaint } from '../model/complaint.ts';
import { ComplaintActionName, ComplaintStateName } from '../model/enumerations.ts';
import {
  bouncesOfComplaints,
  caseFilesOfComplaints,
  decisionsOfComplaints,
  documentsOfComplaints,
  termsOfComplaints,
} from '../model/loaders.ts';
import { factsOf } from '../rules/facts.ts';
import { happenings } from '../rules/history.ts';
import { complaintLifecycle, isForwardedByClock, stateAt } from '../rules/lifecycle.ts';
import type { ComplaintAction, ComplaintState } from '../rules/lifecycle.ts';
import { courtStatement } from '../rules/problems.ts';
import { providerRoles } from '../rules/subject.ts';
import { ComplaintDecision, ComplaintDocument, ComplaintFollowUp, ComplaintSubject } from './complaint-parts.ts';
import { Account, IinApplication, Petition, ResidenceCase } from './references.ts';

/** What a complaint is about, and what was said. */
@Resolver(() => Complaint)
export class ComplaintFields {
  @FieldResolver(() => ComplaintSubject, { description: 'What it is about.' })
  about(@Root() { subjectKind: kind, subjectId: id, subjectNumber: number }: Complaint): ComplaintSubject {
    return { kind, id: id ?? null, number: number ?? null };
  }

  @FieldResolver(() => IinApplication, {
    nullable: true,
    description: 'The application for a number that it is about, as it is now.',
  })
  iinApplication(@Root() complaint: Complaint): IinApplication | null {
    return complaint.subjectKind === 'IIN_APPLICATION' ? { id: complaint.subjectId! } : null;
  }

  @FieldResolver(() => Petition, { nullable: true, description: 'The petition that it is about, as it is now.' })
  petition(@Root() complaint: Complaint): Petition | null {
    return complaint.subjectKind === 'PETITION' ? { id: complaint.subjectId! } : null;
  }

  @FieldResolver(() => ResidenceCase, {
    nullable: true,
    description: 'The residence case that it is about, as it is now.',
  })
  residenceCase(@Root() complaint: Complaint): ResidenceCase | null {
    return complaint.subjectKind === 'RESIDENCE_CASE' ? { id: complaint.subjectId! } : null;
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Who filed it: the person, or an official for them.' })
  filedBy(@Root() { filedBy }: Complaint): Account {
    return { id: filedBy };
  }

  @FieldResolver(() => [ComplaintDocument], { description: 'What was attached to it.' })
  async documents(@Root() { id }: Complaint, @Ctx() context: Context): Promise<ComplaintDocument[]> {
    return (await context.load(documentsOfComplaints, id)) ?? [];
  }

  @FieldResolver(() => [ComplaintDecision], { description: 'What was decided on it, the earliest first (A§16, A§17).' })
  async decisions(@Root() { id }: Complaint, @Ctx() context: Context): Promise<ComplaintDecision[]> {
    const decided = (await context.load(decisionsOfComplaints, id)) ?? [];
    return decided.map(({ body, outcome, reasons, reopen, decidedAt, decidedBy }) => ({
      body,
      outcome,
      reasons,
      reopen: reopen ?? null,
      courtStatement: write(courtStatement, context.language),
      decidedAt,
      decidedBy: { id: decidedBy },
    }));
  }

  @FieldResolver(() => ComplaintFollowUp, {
    nullable: true,
    description: 'What has to follow in the case, and when it did; none when nothing has.',
  })
  followUp(@Root() { followUp, followUpDoneAt }: Complaint): ComplaintFollowUp | null {
    return followUp ? { action: followUp, doneAt: followUpDoneAt ?? null } : null;
  }

  @FieldResolver(() => CaseFile, {
    nullable: true,
    description:
      'The case file that was sent along, as it stood then (A§15-3). None with a service in general, and until a forwarding by the clock is recorded.',
  })
  @Access({ roles: ['complaint_reviewer'], rows: 'own stage' })
  async caseFile(@Root() { id }: Complaint, @Ctx() context: Context): Promise<CaseFile | null> {
    const sent = await context.load(caseFilesOfComplaints, id);
    return sent ? shownFile(sent.content) : null;
  }
}

/** How a complaint stands, by the clock. */
@Resolver(() => Complaint)
export class ComplaintProgress {
  @FieldResolver(() => ComplaintStateName, {
    description: 'Its state now: what is forwarded by the clock is forwarded, whether that is recorded yet or not.',
  })
  state(@Root() complaint: Complaint, @Ctx() context: Context): ComplaintState {
    return stateAt(complaint, context.now());
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When it went to the reviewing body: sent by somebody, or by the clock at the end of the three days.',
  })
  forwardedAt(@Root() complaint: Complaint, @Ctx() context: Context): Temporal.Instant | null {
    return isForwardedByClock(complaint, context.now()) ? complaint.forwardsAt : (complaint.forwardedAt ?? null);
  }

  @FieldResolver(() => [RunningTerm], { description: 'Its clocks: those that run, and those that ended.' })
  async terms(@Root() { id }: Complaint, @Ctx() context: Context): Promise<RunningTerm[]> {
    return shownTerms(await termsNow(context, id), context.now());
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'The earliest moment at which something is due; none when nothing runs.',
  })
  async dueAt(@Root() { id }: Complaint, @Ctx() context: Context): Promise<Temporal.Instant | null> {
    return earliestOf(await termsNow(context, id));
  }

  @FieldResolver(() => Boolean, { description: 'Whether something is overdue now.' })
  async overdue(@Root() { id }: Complaint, @Ctx() context: Context): Promise<boolean> {
    const now = context.now();
    return shownTerms(await termsNow(context, id), now).some(({ overdue, endedAt }) => overdue && !endedAt);
  }

  @FieldResolver(() => [CaseHappening], {
    description: 'What happened to it, as far as you are told; the earliest first.',
  })
  async history(@Root() { id }: Complaint, @Ctx() context: Context): Promise<CaseHappening[]> {
    return (await context.load(happeningsOfComplaints, id)) ?? [];
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When a notice to the person came back last: their e-mail address does not reach them. For the officials who tell them.',
  })
  @Access({ roles: [...providerRoles, 'consul', 'authorised_employee', 'psc_officer', 'auditor'], rows: 'own stage' })
  async noticeBouncedAt(@Root() { id }: Complaint, @Ctx() context: Context): Promise<Temporal.Instant | null> {
    return (await context.load(bouncesOfComplaints, id))?.at ?? null;
  }

  @FieldResolver(() => [ComplaintActionName], { description: 'What you can do with it now.' })
  availableActions(@Root() complaint: Complaint, @Ctx() context: Context): ComplaintAction[] {
    const viewer = context.viewer!;
    const state = stateAt(complaint, context.now());
    return availableActions(complaintLifecycle, state, viewer.role, factsOf(complaint, viewer));
  }
}

async function termsNow(context: Context, id: string): Promise<CaseTerm[]> {
  return (await context.load(termsOfComplaints, id)) ?? [];
}

async function happeningsOfComplaints(context: Context, ids: readonly string[]): Promise<Map<string, CaseHappening[]>> {
  return happeningsByCase(context, 'complaints', happenings, ids);
}

function shownFile({ takenAt, history, ...told }: ToldCaseFile): CaseFile {
  return {
    ...told,
    accountId: null,
    applicantId: null,
    takenAt: Temporal.Instant.from(takenAt),
    history: history.map((each) => ({ ...each, at: Temporal.Instant.from(each.at) })),
  };
}
