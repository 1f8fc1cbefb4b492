import { createHash } from 'node:crypto';
import type { DemoAccount } from '../../installation/demo/accounts.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import { smallPdf } from './counter.ts';
import type { TestProduct } from './product.ts';
import { answersOf } from './questionnaires.ts';
import type { CaseOfResidenceRows } from './world-names.ts';

// Residence cases of the world of the access tables, written behind the product's back.

const sha256 = createHash('sha256').update(smallPdf).digest('hex');

/** Whose case it is. */
type Person = DemoAccount & { applicantId: string };

/** The cases of two people: Erika's has just arrived in Astana, Ivan's in Almaty has been at the KNB and has a number of approval. */
export async function insertCases(
  product: TestProduct,
  { Berlin, Tirana }: { Berlin: Person; Tirana: Person },
): Promise<Record<keyof CaseOfResidenceRows, { Berlin: string; Tirana: string }>> {
  const at = '2026-03-02T09:00:00+05:00';
  const approved = { sent_to_knb_at: at, approval_number: 'PRA-2026-000001', city: 'ALMATY', state: 'KNB_ANSWERED' };
  const [erika, ivan] = [
    await insertCase(product, Berlin, '640812090003', { city: 'ASTANA', state: 'SUBMITTED' }),
    await insertCase(product, Tirana, '800416100016', approved),
  ];
  const of = (kind: keyof CaseOfResidenceRows) => ({ Berlin: erika[kind], Tirana: ivan[kind] });
  return { residenceCase: of('residenceCase'), casePaper: of('casePaper'), questionnaire: of('questionnaire') };
}

async function insertCase(
  product: TestProduct,
  { id: accountId, applicantId }: Person,
  iin: string,
  told: object,
): Promise<CaseOfResidenceRows> {
  const { database } = product;
  const residenceCase = newId();
  const officer = product.as('kkq_officer');
  const [casePaper, questionnaire] = [await officer.upload(smallPdf), await officer.upload(smallPdf)];
  const at = '2026-03-02T09:00:00+05:00';
  const latinName = { surname: 'X', givenNames: 'X', patronymic: null };
  const cyrillicName = { surname: 'Х', givenNames: 'Х', patronymic: null };
  const person = { latinName, cyrillicName, documentNumber: 'N1', passportUntil: '2033-10-31' };
  const rows = {
    residence_case: {
      id: residenceCase,
      version: 1,
      number: `DNR-2026-${iin}`,
      petition_id: newId(),
      applicant_id: applicantId,
      applicant_version: 1,
      account_id: accountId,
      iin,
      latin_name: latinName,
      cyrillic_name: cyrillicName,
      birth_date: '1985-03-12',
      birth_place: 'Berlin',
      sex: 'FEMALE',
      citizenship: 'D',
      travel_document: {
        documentCode: 'P',
        number: 'N1',
        issuingCountry: 'D',
        issuedOn: null,
        expiryDate: '2033-10-31',
      },
      language: 'en',
      submitted_at: at,
      earlier_decisions: [
        {
          state: 'PRELIMINARILY_REFUSED',
          decidedAt: at,
          decidedBy: newId(),
          refusalReason: 'X',
          knbAgreement: { sentAt: at, answeredAt: at, agreed: false, reason: 'X' },
          reopenedAt: at,
          complaintId: newId(),
        },
      ],
      ...told,
    },
    case_document: {
      case_id: residenceCase,
      id: casePaper,
      stage: 'PRELIMINARY',
      kind: 'IDENTITY_DOCUMENT',
      media_type: 'application/pdf',
      size: smallPdf.length,
      sha256,
      facts: {},
      added_at: at,
      added_by: accountId,
    },
    questionnaire: {
      id: questionnaire,
      account_id: accountId,
      applicant_id: applicantId,
      applicant_version: 1,
      form_version: 1,
      language: 'ru',
      answers: answersOf({ person }),
      size: smallPdf.length,
      sha256,
      filled_in_at: at,
    },
    submission: {
      id: newId(),
      case_id: residenceCase,
      ordinal: 1,
      submitted_at: at,
      applicant_id: applicantId,
      applicant_version: 1,
      questionnaire_id: questionnaire,
      document_ids: [casePaper],
    },
    security_check: ['SPECIAL', 'CRIMINAL'].map((kind) => ({
      id: newId(),
      case_id: residenceCase,
      stage: 'PRELIMINARY',
      kind,
      clear: true,
      recorded_at: at,
      recorded_by: newId(),
    })),
  };
  for (const [table, row] of Object.entries(rows))
    await database.query(
      `insert into residence.${table} select told.* from jsonb_populate_recordset(null::residence.${table}, $1) as told`,
      [JSON.stringify([row].flat())],
    );
  return { residenceCase, casePaper, questionnaire };
}
