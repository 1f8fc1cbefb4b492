import { change, minute } from './application.ts';
import type { Application } from './application.ts';
import { refusalOf } from './client.ts';
import type { Client } from './client.ts';
import { step } from './screen.ts';

/** A petition with the times on offer. */
interface Offered extends Application {
  interviewTimes: { id: string; startsAt: string }[];
}

/** A petition as the hub reads it. */
interface Found extends Application {
  state: string;
}

/** Approves the documents of a petition (B§5). */
export function screen(hub: Client, petition: Application): Promise<Application> {
  return step(
    hub,
    () => change<{ dueAt: string }>(hub, 'hub_officer/screen-petition', petition, { decision: 'APPROVED' }),
    ({ dueAt }) => `approves the documents; offers times until ${minute(dueAt)} (B§6)`,
  );
}

/** Offers two times on the day after this one (B§6). */
export function offerTimes(hub: Client, petition: Application, today: Temporal.PlainDate): Promise<Offered> {
  const times = ['10:00', '10:30'].map((time) => `${today.add({ days: 1 }).toString()}T${time}:00+05:00`);
  return step(
    hub,
    () => change<Offered>(hub, 'hub_officer/offer-interview-times', petition, { times }),
    () => `offers ${times.map(minute).join(' and ')} (B§6)`,
  );
}

/** Tries to record the interview before it has begun (B§7). */
export async function recordTooEarly(hub: Client, { id, version }: Application): Promise<void> {
  const profession = { kk: 'Бағдарламалық жасақтаманы әзірлеуші', ru: 'Разработчик программного обеспечения' };
  const input = { id, expectedVersion: version, outcome: 'PASSED', result: 'Convincing.', profession };
  await step(
    hub,
    () => refusalOf('WRONG_STATE', () => hub.send('hub_officer/record-interview', { input })),
    (code) => `records the interview before its time: ${code} (B§7)`,
    'refused',
  );
}

/** Who reads all petitions finds this one. */
export async function find(hub: Client, { id }: Application): Promise<void> {
  await step(
    hub,
    async () => (await hub.send<{ petition: Found }>('hub_officer/petition', { id })).petition,
    ({ number, state }) => `finds ${number}: ${state}`,
  );
}

/** The ministry's signer asks for a petition, which to them does not exist before the interview was passed (B§8). */
export async function askBeforeInterview(signer: Client, { id, number }: Application): Promise<void> {
  await step(
    signer,
    () => refusalOf('NOT_FOUND', () => signer.send('hub_officer/petition', { id })),
    (code) => `asks for ${number} too early: ${code} (B§8)`,
    'refused',
  );
}
