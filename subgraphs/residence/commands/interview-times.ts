import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { Fault, refuseProblem, refuseProblems } from '../../kit/errors/fault.ts';
import { isId, newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { InterviewTime } from '../model/interview-time.ts';
import { offeredTimesProblems, videoLinkProblems } from '../rules/interview-times.ts';
import { actOnPetition } from './act-on-petition.ts';
import type { ChangeInput } from './act-on-petition.ts';

/** Times that are offered for an interview. */
export interface OfferInterviewTimes extends ChangeInput {
  times: Temporal.Instant[];
  videoLink?: string | null;
}

/** Offers times for the interview, beside those that are on offer already (B§6). Whoever offers them will hold it. */
export function offerInterviewTimes(context: Context, input: OfferInterviewTimes): Promise<Outcome> {
  return actOnPetition(
    context,
    'offerInterviewTimes',
    () => 'OFFER_INTERVIEW_TIMES',
    input,
    async (session, petition, { times, videoLink = null }) => {
      const { em, viewer, now } = session;
      const link = videoLink || null;
      refuseProblems([
        ...offeredTimesProblems(times, await knownTimes(session, petition.id, times), now),
        ...videoLinkProblems(link),
      ]);
      for (const startsAt of times) {
        em.create(InterviewTime, {
          id: newId(),
          caseId: petition.id,
          interviewerId: viewer.accountId,
          startsAt,
          offeredAt: now,
          videoLink: link,
          chosenAt: null,
          releasedAt: null,
        });
      }
      return { times: times.map(String) };
    },
  );
}

/** One of the times that are on offer. */
export interface ChooseInterviewTime extends ChangeInput {
  timeId: string;
}

/**
 * Agrees upon one of the times that are on offer, and releases the others (B§6).
 *
 * @throws Fault CONFLICT when somebody else got it a moment before: then the others are still on offer.
 */
export function chooseInterviewTime(context: Context, input: ChooseInterviewTime): Promise<Outcome> {
  return actOnPetition(
    context,
    'chooseInterviewTime',
    () => 'CHOOSE_INTERVIEW_TIME',
    input,
    async (session, petition, { timeId }) => {
      const { em, now } = session;
      const onOffer = { id: timeId, caseId: petition.id, releasedAt: null };
      const time = isId(timeId) ? await em.findOne(InterviewTime, onOffer) : null;
      if (!time) refuseProblem('INTERVIEW_TIME_NOT_OFFERED', ['timeId'], 'B§6');
      if (Temporal.Instant.compare(time.startsAt, now) <= 0) refuseProblem('INTERVIEW_TIME_PASSED', ['timeId'], 'B§6');
      time.chosenAt = now;
      await releaseTimes(session, petition.id, time.id);
      await agree(session, petition.version);
      return { timeId: time.id, startsAt: time.startsAt.toString() };
    },
  );
}

/** Takes the times of a petition off the offer, and gives up the one that was agreed upon; but for one that is kept. */
export async function releaseTimes({ em, now }: CommandSession, petitionId: string, kept?: string): Promise<void> {
  const times = await em.find(InterviewTime, { caseId: petitionId, releasedAt: null });
  for (const time of times) if (time.id !== kept) time.releasedAt = now;
}

/** Of two who choose the same time of an interviewer at once the database lets one through. */
async function agree({ em }: CommandSession, currentVersion: number): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const reason = 'INTERVIEW_TIME_TAKEN';
    throw new Fault('CONFLICT', { message: reason, extensions: { reason, currentVersion } });
  }
}

async function knownTimes(
  { em, viewer }: CommandSession,
  petitionId: string,
  times: readonly Temporal.Instant[],
): Promise<{ offered: Set<string>; agreed: Set<string> }> {
  const known = await em.find(InterviewTime, {
    startsAt: { $in: [...times] },
    releasedAt: null,
    $or: [{ caseId: petitionId }, { interviewerId: viewer.accountId, chosenAt: { $ne: null } }],
  });
  const texts = (which: readonly InterviewTime[]) => new Set(which.map(({ startsAt }) => startsAt.toString()));
  return {
    offered: texts(known.filter(({ caseId }) => caseId === petitionId)),
    agreed: texts(known.filter(({ chosenAt }) => chosenAt !== null)),
  };
}
