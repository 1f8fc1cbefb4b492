import { expect } from '@jest/globals';
import { newId } from '../../subgraphs/kit/ids.ts';
import { demoAccount } from '../../installation/demo/accounts.ts';
import type { NoticeKind } from '../../subgraphs/kit/notices/kinds.ts';
import { eventually } from './eventually.ts';
import type { TestProduct } from './product.ts';

/** What is told to whom. */
export interface ToldTo {
  account_id?: string;
  applicant_id?: string;
  role?: string;
  city?: string;
  scope?: string;
  head_of_office?: boolean;
  /** What it is; a return for rework unless told. */
  kind?: NoticeKind;
}

type Database = TestProduct['database'];

/** The demo's applicant. */
export const erika = demoAccount('applicant')!.id;

/** Tells something of a case, as a command of `residence` does, and has it go out. The number of the notice stands in its title. */
export async function tellOf(database: Database, caseId: string, to: ToldTo, title: string): Promise<string> {
  const id = newId();
  const texts = { kk: `${title} kk`, ru: `${title} ru`, en: `${title} en` };
  const notice = {
    id,
    kind: 'CASE_RETURNED',
    at: '2026-03-02T10:00:00+05:00',
    subgraph: 'residence',
    case_type: 'ResidenceCase',
    case_id: caseId,
    case_number: 'RES-2026-000001',
    title: texts,
    text: texts,
    head_of_office: false,
    ...to,
  };
  await database.query('insert into kit.notice select * from json_populate_record(null::kit.notice, $1)', [
    JSON.stringify(notice),
  ]);
  await database.query(
    `select graphile_worker.add_job('missions.deliverNotices', json_build_object('caseId', $1::text), job_key => 'notices ' || $1)`,
    [caseId],
  );
  return id;
}

/** Has everything sent that is due. */
export async function sendDue(database: Database): Promise<void> {
  await database.query(`select graphile_worker.add_job('missions.deliverDue')`);
}

/** What became of the deliveries of a notice, by target. */
export async function deliveriesOf(database: Database, noticeId: string) {
  const { rows } = await database.query<{ target: string; state: string; attempts: number; failure: string | null }>(
    'select target, state, attempts, failure from missions.delivery where notice_id = $1 order by target',
    [noticeId],
  );
  return rows;
}

/** Waits until the only delivery of a notice is like that. */
export async function deliveryIs(database: Database, noticeId: string, like: object): Promise<void> {
  await eventually(async () => expect(await deliveriesOf(database, noticeId)).toMatchObject([like]));
}

/** Gives an account an e-mail address. */
export async function setEmail(database: Database, accountId: string, email: string | null): Promise<void> {
  await database.query('update missions.account set email = $2 where id = $1', [accountId, email]);
}
