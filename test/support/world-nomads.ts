import type { DemoAccount } from '../../installation/demo/accounts.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import type { TestProduct } from './product.ts';
import type { NomadName, NomadRows } from './world-names.ts';

const moment = '2026-03-02T10:00:00+05:00';

/** Writes the petitions and residence cases of the two IT specialists behind the product's back. */
export async function insertNomads(
  product: TestProduct,
  accounts: Record<'Erika, applicant' | 'Ivan, applicant', DemoAccount>,
): Promise<Record<keyof NomadRows, Record<NomadName, string>>> {
  const Erika = await insertNomad(product, accounts['Erika, applicant'], 1, {
    city: 'ASTANA',
    petition: { state: 'SUBMITTED', passed: null },
    residenceCase: { state: 'SUBMITTED', sentToKnb: null, approval: null },
  });
  const Ivan = await insertNomad(product, accounts['Ivan, applicant'], 2, {
    city: 'ALMATY',
    petition: { state: 'AWAITING_SIGNATURE', passed: moment },
    residenceCase: { state: 'PRELIMINARILY_APPROVED', sentToKnb: moment, approval: 'PA-1' },
  });
  const kinds = Object.keys(Erika) as (keyof NomadRows)[];
  return Object.fromEntries(kinds.map((kind) => [kind, { Erika: Erika[kind], Ivan: Ivan[kind] }])) as never;
}

interface Stages {
  city: string;
  petition: { state: string; passed: string | null };
  residenceCase: { state: string; sentToKnb: string | null; approval: string | null };
}

async function insertNomad(
  { database }: TestProduct,
  { id: account }: DemoAccount,
  serial: number,
  { city, petition: ofPetition, residenceCase: ofCase }: Stages,
): Promise<NomadRows> {
  const rows: NomadRows = {
    petition: newId(),
    petitionNumber: `PET-2026-00000${serial}`,
    petitionDocument: newId(),
    residenceCase: newId(),
    residenceCaseNumber: `DNR-2026-00000${serial}`,
    caseDocument: newId(),
    securityCheck: newId(),
  };
  const columns = `applicant_id, applicant_version, account_id, iin, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship, travel_document, language, submitted_at`;
  const values = `gen_random_uuid(), 1, '${account}', '85031209000${serial}', '{}', '{}', '1985-03-12', 'Berlin', 'FEMALE', 'D', '{}', 'en', '${moment}'`;
  await database.query(
    `insert into residence.petition (id, number, state, passed_interview_at, ${columns}) values ($1, $2, $3, $4, ${values})`,
    [rows.petition, rows.petitionNumber, ofPetition.state, ofPetition.passed],
  );
  await database.query(
    `insert into residence.residence_case (id, number, state, petition_id, city, sent_to_knb_at, approval_number, lapses_at, ${columns})
     values ($1, $2, $3, $4, $5, $6, $7, '2026-04-02T00:00:00+05:00', ${values})`,
    [
      rows.residenceCase,
      rows.residenceCaseNumber,
      ofCase.state,
      rows.petition,
      city,
      ofCase.sentToKnb,
      ofCase.approval,
    ],
  );
  for (const [caseId, id, stage] of [
    [rows.petition, rows.petitionDocument, 'PETITION'],
    [rows.residenceCase, rows.caseDocument, 'PRELIMINARY'],
  ] as const) {
    await database.query(
      `insert into residence.case_document (case_id, id, stage, kind, media_type, size, sha256, facts, added_at, added_by)
       values ($1, $2, $3, 'IDENTITY_DOCUMENT', 'application/pdf', 1, '', '{}', '${moment}', $4)`,
      [caseId, id, stage, account],
    );
    await database.query(
      `insert into residence.case_term (id, case_id, kind, started_at, due_at) values (gen_random_uuid(), $1, 'CASE_REGISTRATION', '${moment}', '${moment}')`,
      [caseId],
    );
    await database.query(
      `insert into residence.event (id, case_id, kind, at, account_id, role, details) values (gen_random_uuid(), $1, 'SUBMITTED', '${moment}', $2, 'applicant', '{}')`,
      [caseId, account],
    );
    await database.query(
      `insert into residence.interview_time (id, case_id, interviewer_id, starts_at, offered_at) values (gen_random_uuid(), $1, $2, '${moment}', '${moment}')`,
      [caseId, account],
    );
  }
  await database.query(
    `insert into residence.security_check (id, case_id, city, stage, kind, clear, recorded_at, recorded_by) values ($1, $2, $4, 'PRELIMINARY', 'SPECIAL', true, '${moment}', $3)`,
    [rows.securityCheck, rows.residenceCase, account, city],
  );
  return rows;
}
