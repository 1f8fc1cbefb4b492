import type { DemoAccount } from '../../installation/demo/accounts.ts';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import type { SignatureVerifier } from '../../subgraphs/kit/signatures/verdict.ts';
import { smallPdf } from './counter.ts';
import type { TestProduct } from './product.ts';
import type { PetitionRows } from './world-names.ts';

// Petitions of the world of the access tables, written behind the product's back.

/** Whose petition it is. */
type Person = DemoAccount & { applicantId: string };

/** Takes everything for a signature: who may sign is asked elsewhere. */
export const believeAnySignature: SignatureVerifier = ({ moment }) =>
  Promise.resolve({
    ok: true,
    signer: {
      iin: null,
      surname: null,
      givenName: null,
      patronymic: null,
      bin: null,
      organisation: null,
      holders: [],
      certificateSerial: '01',
    },
    evidence: { version: 1, moment: moment.toString(), cms: '', chain: [], proofs: [] },
  });

/** The petitions of two people. */
export async function insertPetitions(
  product: TestProduct,
  { Berlin, Tirana }: { Berlin: Person; Tirana: Person },
): Promise<Record<keyof PetitionRows, { Berlin: string; Tirana: string }>> {
  const [erika, ivan] = [
    await insertPetition(product, Berlin, 'SUBMITTED', '640812090003'),
    await insertPetition(product, Tirana, 'AWAITING_SIGNATURE', '800416100016'),
  ];
  const of = (kind: keyof PetitionRows) => ({ Berlin: erika[kind], Tirana: ivan[kind] });
  return {
    petition: of('petition'),
    caseDocument: of('caseDocument'),
    interviewTime: of('interviewTime'),
    declinedConsent: of('declinedConsent'),
  };
}

async function insertPetition(
  product: TestProduct,
  { id: accountId, applicantId }: Person,
  state: 'SUBMITTED' | 'AWAITING_SIGNATURE',
  iin: string,
): Promise<PetitionRows> {
  const { database } = product;
  const passed = state === 'AWAITING_SIGNATURE';
  const [petition, interviewTime, declinedConsent] = [newId(), newId(), newId()];
  const hub = demoAccount('hub_officer')!;
  const caseDocument = await product.asAccount(hub).upload(smallPdf);
  const at = '2026-03-02T09:00:00+05:00';
  await database.query(
    `insert into residence.petition (id, number, state, applicant_id, applicant_version, account_id, iin, latin_name, cyrillic_name, birth_date, birth_place,
       sex, citizenship, travel_document, language, consented_at, submitted_at, passed_interview_at, letter_id)
     values ($1, $2, $3, $4, 1, $5, $6, '{"surname":"X"}', '{"surname":"Х"}', '1985-03-12', 'Berlin', 'FEMALE', 'D', $7, 'en', $8, $8, $9, $10)`,
    [
      petition,
      `PET-2026-${iin}`,
      state,
      applicantId,
      accountId,
      iin,
      { documentCode: 'P', number: 'N1', issuingCountry: 'D', issuedOn: null, expiryDate: '2033-10-31' },
      at,
      passed ? at : null,
      passed ? caseDocument : null,
    ],
  );
  await database.query(
    `insert into residence.case_document (case_id, id, stage, kind, media_type, size, sha256, facts, added_at, added_by)
     values ($1, $2, $3, $4, 'application/pdf', $5, '', '{}', $6, $7)`,
    [
      petition,
      caseDocument,
      passed ? 'MADE' : 'PETITION',
      passed ? 'PETITION_LETTER' : 'IDENTITY_DOCUMENT',
      smallPdf.length,
      at,
      accountId,
    ],
  );
  await database.query(
    `insert into residence.interview_time (id, case_id, interviewer_id, starts_at, offered_at)
     values ($1, $2, $3, $4, $5)`,
    [interviewTime, petition, hub.id, passed ? '2026-03-20T10:00:00+05:00' : '2026-03-20T10:30:00+05:00', at],
  );
  await database.query('insert into residence.declined_consent (id, account_id, at) values ($1, $2, $3)', [
    declinedConsent,
    accountId,
    at,
  ]);
  return { petition, caseDocument, interviewTime, declinedConsent };
}
