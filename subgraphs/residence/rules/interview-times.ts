import type { Problem } from '../../kit/errors/fault.ts';

/** Interviews last half an hour and begin on the hour or half past (policy): so only equal beginnings overlap. */
export const interviewMinutes = 30;

/** A choice needs two; nobody looks through more than fifty (policy). */
export const howManyTimes = { least: 2, most: 50 } as const;

const reference = 'B§6';

/** What is known of times that are to be offered; moments as ISO texts. */
export interface KnownTimes {
  /** Those of this petition that are on offer already. */
  offered: ReadonlySet<string>;
  /** Those that the interviewer has agreed with somebody. */
  agreed: ReadonlySet<string>;
}

/** Everything for which times can't be offered; empty when they can. A path leads to the list, or to the time in it by its index. */
export function offeredTimesProblems(
  times: readonly Temporal.Instant[],
  { offered, agreed }: KnownTimes,
  now: Temporal.Instant,
): Problem[] {
  const { least, most } = howManyTimes;
  const count = times.length < least || times.length > most;
  return [
    ...(count ? [{ code: 'INTERVIEW_TIMES_COUNT', path: ['times'], params: howManyTimes, reference }] : []),
    ...times.flatMap((time, index) => {
      const text = time.toString();
      const repeated = offered.has(text) || times.slice(0, index).some((earlier) => earlier.equals(time));
      const codes = [
        ...(Temporal.Instant.compare(time, now) <= 0 ? ['INTERVIEW_TIME_PASSED'] : []),
        ...(isOnGrid(time) ? [] : ['INTERVIEW_TIME_GRID']),
        ...(repeated ? ['INTERVIEW_TIME_REPEATED'] : []),
        ...(agreed.has(text) ? ['INTERVIEW_TIME_AGREED'] : []),
      ];
      return codes.map((code) => ({ code, path: ['times', index], reference }));
    }),
  ];
}

/** What is wrong with the address of a video interview. */
export function videoLinkProblems(link: string | null): Problem[] {
  const opens = link === null || (URL.canParse(link) && new URL(link).protocol === 'https:');
  return opens ? [] : [{ code: 'VIDEO_LINK_INVALID', path: ['videoLink'], reference: 'B§7' }];
}

/** Whether a time is on the hour or half past: Astana is whole hours from the zero meridian. */
function isOnGrid(time: Temporal.Instant): boolean {
  return time.epochNanoseconds % (BigInt(interviewMinutes) * 60_000_000_000n) === 0n;
}
