import type { Owner } from './world-names.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

// The world of the access tables, in which everything personal of two people says whose it is: whoever reads it unmasked is found out by the text of the answer.

/** What every personal text of somebody holds, the date of birth, and the end that a masked reader sees of numbers. */
export const marks = {
  Berlin: { text: 'QERIKA', birthDate: '1901-02-03', iin: '010203400128' },
  Tirana: { text: 'QIVAN', birthDate: '1902-03-04', iin: '020304300237' },
} as const;

/** One of the two people. */
export type Marked = keyof typeof marks;

/** Whether a text holds anything personal of somebody. */
export function tellsOf(of: Marked, text: string): boolean {
  return Object.values(marks[of]).some((mark) => text.includes(mark));
}

/** Starts it. Close its product in `afterAll`. */
export async function startMarkedWorld(): Promise<World> {
  const world = await startWorld();
  for (const owner of ['Berlin', 'Tirana'] as const) await mark(world, owner);
  return world;
}

async function mark({ product, rows }: World, owner: Marked): Promise<void> {
  const { text, birthDate, iin } = marks[owner];
  const at = (kind: keyof World['rows']) => rows[kind][owner as Owner];
  const name = { surname: `${text}SURNAME`, givenNames: `${text}GIVEN`, patronymic: `${text}PATRONYMIC` };
  const travelDocument = { documentCode: 'P', number: `${text}PASSPORT`, issuingCountry: 'D', issuedOn: null };
  const person = { latin_name: name, cyrillic_name: name, birth_date: birthDate, birth_place: `${text}PLACE` };
  const presented = { travel_document: { ...travelDocument, expiryDate: '2033-10-31' } };
  await set('applicants.applicant', at('applicant'), {
    ...person,
    ...presented,
    iin,
    ethnicity: `${text}ETHNICITY`,
    settled_disagreements: [{ field: 'sex', reason: `${text}REASON` }],
    contacts: { email: `${text}@example.com`, telephone: `+7${text}701` },
    address: { country: 'D', region: `${text}REGION`, district: null, address: `${text}STREET` },
  });
  const refusal = {
    refusal_grounds: ['UNTRUE_DOCUMENTS_OR_DATA'],
    refusal_reason: `${text}REFUSAL`,
    refusal_marks: [{ field: 'BIRTH_PLACE', documentId: null, remark: `${text}REMARK` }],
    correction: { fields: [{ name: 'BIRTH_PLACE', before: `${text}BEFORE`, after: `${text}AFTER` }], recordVersion: 1 },
  };
  await set('iin.application', at('application'), { ...person, ...refusal, iin });
  await set('iin.application', at('waiting'), person);
  await set('iin.record', at('record'), { ...person, iin });
  await set('iin.record_version', at('recordVersion'), { ...person, ...presented });
  await set('iin.duplicate_decision', at('duplicateDecision'), { reason: `${text}DECISION` });
  await set('residence.petition', at('petition'), {
    ...person,
    iin,
    interview_result: `${text}INTERVIEW`,
    profession: { kk: `${text}KK`, ru: `${text}RU` },
    refusal_reason: `${text}REFUSAL`,
  });
  await set('residence.interview_time', at('interviewTime'), { video_link: `https://example.com/${text}` });
  await set('residence.residence_case', at('residenceCase'), {
    ...person,
    ...presented,
    iin,
    tracking_number: `${text}TRACK`,
    refusal_reason: `${text}REFUSAL`,
    residence_address: `${text}HOME`,
    permit_number: `${text}PERMIT`,
    comparison: [{ field: 'PASSPORT_NUMBER', earlier: `${text}EARLIER`, now: `${text}NOW`, remark: `${text}SEEN` }],
    earlier_decisions: [
      {
        state: 'PRELIMINARILY_REFUSED',
        decidedAt: null,
        refusalReason: `${text}EARLIER`,
        knbAgreement: null,
        reopenedAt: '2026-03-02T09:00:00Z',
      },
    ],
  });
  await product.database.query(
    `update residence.submission set returned_at = '2026-03-02', return_reasons = $1 where case_id = $2`,
    [JSON.stringify([{ document: null, field: 'name', text: `${text}RETURN` }]), at('residenceCase')],
  );
  await set('complaints.complaint', at('complaint'), {
    latin_name: name,
    text: `${text}COMPLAINT`,
    applicant_id: at('applicant'),
  });
  await product.database.query(
    `insert into complaints.decision (id, case_id, body, outcome, reasons, decided_at, decided_by)
     values (gen_random_uuid(), $1, 'PROVIDER', 'REJECTED', $2, '2026-03-02', gen_random_uuid())`,
    [at('complaint'), `${text}REASONS`],
  );
  await product.database.query(
    `insert into residence.duty_payment (id, reference, payer_iin, purpose, amount, paid_at, recorded_at, recorded_by, case_id)
     values (gen_random_uuid(), $1, $2, 'PERMISSION', 1, '2026-03-02', '2026-03-02', gen_random_uuid(), $3)`,
    [`${text}PAYMENT`, iin, at('residenceCase')],
  );

  async function set(table: string, id: string | undefined, values: Record<string, unknown>): Promise<void> {
    const columns = Object.keys(values).join(', ');
    const { rowCount } = await product.database.query(
      `update ${table} set (${columns}) = (select ${columns} from jsonb_populate_record(null::${table}, $1)) where id = $2`,
      [JSON.stringify(values), id],
    );
    if (rowCount !== 1) throw new Error(`Nothing in ${table} was marked`);
  }
}
