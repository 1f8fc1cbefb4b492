/** How long the link of an invitation is good, in days (policy). */
const invitationDays = 7;

/** When an invitation ends that is given now. */
export function invitationEnd(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: 24 * invitationDays });
}
