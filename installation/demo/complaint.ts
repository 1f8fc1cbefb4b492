import { minute } from './application.ts';
import type { Application } from './application.ts';
import type { Client } from './client.ts';
import { detail, step } from './screen.ts';

/** A complaint as whoever acts on it gets it. */
interface Complaint extends Application {
  dueAt: string | null;
}

/** What somebody was told. */
interface Told {
  me: { unreadNotifications: number; notifications: { edges: { node: { title: string; text: string } }[] } };
}

/** Complains of an omission in a petition (A§15-3). */
export function complain(erika: Client, petition: Application): Promise<Complaint> {
  const input = {
    about: { petitionId: petition.id },
    addressedTo: 'REVIEWING_BODY',
    against: 'OMISSION',
    text: 'No later interview was offered.',
  };
  return step(
    erika,
    async () =>
      (await erika.send<{ fileComplaint: { complaint: Complaint } }>('applicant/file-complaint', { input }))
        .fileComplaint.complaint,
    ({ number, dueAt }) => `files ${number}, with the hub until ${minute(dueAt!)} (A§15-3)`,
  );
}

/** Sends a complaint with the case file to the reviewing body (A§15-3). */
export async function forward(hub: Client, { id, number, version }: Complaint): Promise<void> {
  const input = { id, expectedVersion: version };
  await step(
    hub,
    () => hub.send('hub_officer/forward-complaint', { input }),
    () => `forwards ${number} with the case file (A§15-3)`,
  );
}

/** The reviewing body reads the case file, and registers the complaint (A§17). */
export async function review(reviewer: Client, { id }: Complaint): Promise<void> {
  const { complaint } = await step(
    reviewer,
    () =>
      reviewer.send<{ complaint: Complaint & { caseFile: { number: string; documents: object[] } } }>(
        'complaint_reviewer/complaint',
        { id },
      ),
    ({ complaint: { caseFile } }) =>
      `reads the case file of ${caseFile.number}: ${caseFile.documents.length} documents`,
  );
  const input = { id, expectedVersion: complaint.version };
  await step(
    reviewer,
    async () =>
      (
        await reviewer.send<{ registerComplaint: { complaint: Complaint } }>('complaint_reviewer/register-complaint', {
          input,
        })
      ).registerComplaint.complaint,
    ({ dueAt }) => `registers it: to be decided until ${minute(dueAt!)} (A§17)`,
  );
}

/** Reads what one was told, the last things first. */
export async function readCabinet(erika: Client): Promise<void> {
  const { me } = await step(
    erika,
    () => erika.send<Told>('everybody/notifications', { first: 3 }),
    ({ me: { unreadNotifications } }) => `looks into the cabinet: ${unreadNotifications} unread; e-mails say the same`,
  );
  detail(me.notifications.edges.map(({ node: { title } }) => title));
}
