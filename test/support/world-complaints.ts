import { createHash } from 'node:crypto';
import { newId } from '../../subgraphs/kit/ids.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import { smallPdf } from './counter.ts';
import type { TestProduct } from './product.ts';
import type { ComplaintRows, Counter, ViewerName } from './world-names.ts';

// Complaints of the world of the access tables, written behind the product's back.

const sha256 = createHash('sha256').update(smallPdf).digest('hex');
const paper = { kind: 'IDENTITY_DOCUMENT', mediaType: 'application/pdf', size: smallPdf.length, sha256 };

/** What the complaints are about, and the accounts of those whom they concern. */
export interface ComplainedOf {
  application: string;
  residenceCase: string;
  accounts: Record<Exclude<ViewerName, 'nobody'>, { id: string; role: Role; officeId: string | null }>;
}

/**
 * Three complaints: Erika's about her application, received in Berlin; Ivan's about his case in Almaty, which the service centre received and which was
 * forwarded with its case file; somebody's about petitions in general, received by the MFA.
 */
export async function insertComplaints(
  product: TestProduct,
  { application, residenceCase, accounts }: ComplainedOf,
): Promise<{ [Kind in keyof ComplaintRows]: Partial<Record<Counter, string>> }> {
  const filedBy = (viewer: Exclude<ViewerName, 'nobody'>) => ({
    filed_by: accounts[viewer].id,
    filed_as: accounts[viewer].role,
    office_id: accounts[viewer].officeId,
  });
  const about = (subject_kind: string, subject_id: string | null, subject_number: string | null) => ({
    subject_kind,
    subject_id,
    subject_number,
  });
  const berlin = await insertComplaint(product, {
    ...about('IIN_APPLICATION', application, 'IIN-2026-000001'),
    ...filedBy('consul of Berlin'),
    service: 'IIN',
    account_id: accounts['Erika, applicant'].id,
  });
  const tirana = await insertComplaint(product, {
    ...about('RESIDENCE_CASE', residenceCase, 'DNR-2026-000001'),
    ...filedBy('service centre officer of Almaty'),
    service: 'RESIDENCE',
    city: 'ALMATY',
    account_id: accounts['Ivan, applicant'].id,
    state: 'FORWARDED',
    forwarded_at: '2026-03-02T09:30:00+05:00',
  });
  const mfa = await insertComplaint(product, {
    ...about('SERVICE', null, null),
    ...filedBy('authorised employee'),
    service: 'PETITION',
    account_id: null,
  });
  const sentPaper = await sendCaseFile(product, tirana.complaint);
  return {
    complaint: { Berlin: berlin.complaint, Tirana: tirana.complaint, MFA: mfa.complaint },
    complaintPaper: { Berlin: berlin.complaintPaper, Tirana: tirana.complaintPaper, MFA: mfa.complaintPaper },
    sentPaper: { Tirana: sentPaper },
  };
}

async function insertComplaint(product: TestProduct, told: object): Promise<Omit<ComplaintRows, 'sentPaper'>> {
  const id = newId();
  const at = '2026-03-02T09:00:00+05:00';
  await insert(product, 'complaint', {
    id,
    version: 1,
    number: `CMP-2026-${id}`,
    state: 'RECEIVED',
    acted_by: [],
    latin_name: { surname: 'X', givenNames: 'X', patronymic: null },
    addressed_to: 'PROVIDER',
    against: 'DECISION',
    text: 'X',
    received_at: at,
    forwards_at: '2026-03-05T18:30:00+05:00',
    ...told,
  });
  const complaintPaper = await product.as('consul').upload(smallPdf);
  const document = { case_id: id, id: complaintPaper, media_type: 'application/pdf', size: smallPdf.length, sha256 };
  await insert(product, 'complaint_document', { ...document, added_at: at, added_by: newId() });
  return { complaint: id, complaintPaper };
}

async function sendCaseFile(product: TestProduct, case_id: string): Promise<string> {
  const id = await product.as('consul').upload(smallPdf);
  const content = { takenAt: '2026-03-02T04:30:00Z', number: 'DNR-2026-000001', facts: [], history: [], actedBy: [] };
  await insert(product, 'case_file', { case_id, content: { ...content, documents: [{ id, ...paper }] } });
  const { mediaType: media_type, ...document } = paper;
  await insert(product, 'case_file_document', { case_id, id, media_type, ...document });
  return id;
}

async function insert({ database }: TestProduct, table: string, row: object): Promise<void> {
  await database.query(
    `insert into complaints.${table} select told.* from jsonb_populate_record(null::complaints.${table}, $1) as told`,
    [JSON.stringify(row)],
  );
}
