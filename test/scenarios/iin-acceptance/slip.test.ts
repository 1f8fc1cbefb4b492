import { describe, expect, test } from '@jest/globals';
import { attachAll, person, registerPerson } from '../../support/counter.ts';
import { readPdf, scanQr } from '../../support/pdf.ts';
import { germanEmbassy } from '../../support/representations.ts';
import { product } from './scenarios.ts';

// A§7: who is not accepted gets a slip that says why. It is kept as it was, and read by whom the refusal concerns.

const apply = `mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) {
  ... on AcceptanceRefusal { id category refusedAt applicant { id } reasons { code text { kk ru en } } slip { id kind size sha256 issuedOn prints } } } }`;

/** Somebody comes to the consul of a mission as the head of a company, with the form and an expired act. */
async function refuse(mission = 13, key = 'once') {
  const consul = product.as('consul', { mission });
  const cyrillicName = { surname: 'Мустерманн', givenNames: 'Эрика' };
  const erika = person({ birthDate: '1971-05-09', givenNames: 'Erika', cyrillicName });
  const applicantId = await registerPerson(consul, erika);
  await attachAll(consul, applicantId, [
    { kind: 'APPLICATION_FORM' },
    { kind: 'APPOINTMENT_ACT', expiresOn: '2026-02-28', originalShown: false },
  ]);
  const input = { applicantId, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD', idempotencyKey: key };
  const again = () => consul.ask(apply, { input }).then((data) => data.registerIinApplication);
  return { consul, applicantId, refusal: await again(), again };
}

async function wordsOf(bytes: ArrayBuffer): Promise<string> {
  const pages = await readPdf(Buffer.from(bytes));
  return pages.map(({ left, right, aslant }) => [left, right, ...aslant].join(' ')).join(' ');
}

describe('the refusal to accept', () => {
  test('names the person, the category, the moment and every reason in three languages', async () => {
    const { refusal, applicantId } = await refuse(13, 'reasons');
    expect(refusal).toMatchObject({
      category: 'LEGAL_ENTITY_HEAD',
      refusedAt: '2026-03-02T10:00:00.000+05:00',
      applicant: { id: applicantId },
      reasons: [
        { code: 'DOCUMENT_MISSING', text: { ru: 'Не представлено: документ, удостоверяющий личность.' } },
        {
          code: 'DOCUMENT_EXPIRED',
          text: { en: 'Expired (last day 2026-02-28): the act of appointment as head.' },
        },
        {
          code: 'ORIGINAL_NOT_SHOWN',
          text: {
            kk: 'Салыстырып тексеру үшін түпнұсқасы көрсетілмеген: басшылық лауазымға тағайындалғанын растайтын құжат.',
          },
        },
        { code: 'CONSENT_MISSING', text: { en: 'There is no signed consent to personal data processing.' } },
      ],
    });
    const { rows } = await product.database.query<{ reasons: object[] }>(
      'select reasons from iin.acceptance_refusal where id = $1',
      [refusal.id],
    );
    expect(rows[0]!.reasons).toMatchObject(refusal.reasons);
  });

  test('is registered nowhere as an application', async () => {
    const { applicantId } = await refuse(13, 'nowhere');
    const { rows } = await product.database.query('select id from iin.application where applicant_id = $1', [
      applicantId,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('the slip', () => {
  test('says who, where, when and why, in Kazakh, Russian and English', async () => {
    const { consul, refusal } = await refuse(13, 'words');
    expect(refusal.slip).toMatchObject({ kind: 'ACCEPTANCE_REFUSAL', issuedOn: '2026-03-02', prints: 1 });
    const response = await consul.get(`/documents/${refusal.slip.id}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''acceptance-refusal.pdf");
    const words = await wordsOf(await response.arrayBuffer());
    for (const part of [
      'Құжаттарды қабылдаудан бас тарту туралы қолхат',
      'Расписка об отказе в приёме документов',
      'Refusal to accept documents',
      'Мустерманн Эрика',
      'MUSTERMANN ERIKA',
      '09.05.1971',
      'Германия Федеративтік Республикасындағы Елшілігі',
      'Посольство',
      '02.03.2026',
      '1. Ұсынылмаған: жеке басты куәландыратын құжат. (Алгоритмнің 6-тармағы)',
      '2. Expired (last day 2026-02-28): the act of appointment as head. (paragraph 7 of the Algorithm)',
      '3. The original was not shown for comparison: the act of appointment as head. (paragraph 6 of the Algorithm)',
      '4. There is no signed consent to personal data processing. (point 3 of the order)',
      'SPECIMEN',
    ])
      expect(words.replaceAll(/\s+/g, ' ')).toContain(part);
  });

  test('its QR code opens a page that says what it is, without a word of the person', async () => {
    const { consul, refusal } = await refuse(13, 'code');
    const bytes = await (await consul.get(`/documents/${refusal.slip.id}`)).arrayBuffer();
    const page = await product.anybody().get(`${new URL((await scanQr(Buffer.from(bytes)))!).pathname}?lang=en`);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('Refusal to accept documents');
    expect(text).not.toMatch(/Мустерманн|MUSTERMANN|Эрика|ERIKA|1971/);
  });

  test('is printed once: the same registration, sent again, tells of the same slip', async () => {
    const { refusal, again } = await refuse(13, 'again');
    expect(await again()).toEqual(refusal);
  });

  test('is read by the own mission, and not by another one; nor by the operators of the MIA, to whom nothing came', async () => {
    const { consul, refusal } = await refuse(1, 'tirana');
    const status = async (client: typeof consul) => (await client.get(`/documents/${refusal.slip.id}`)).status;
    expect(await status(consul)).toBe(200);
    expect(await status(product.as('iin_operator'))).toBe(404);
    expect(await status(product.as('consul', { mission: 13 }))).toBe(404);
    expect(await status(product.as('manager'))).toBe(404);
  });

  test('of an authorised employee says that the MFA refused', async () => {
    const employee = product.as('authorised_employee');
    const applicantId = await registerPerson(employee);
    const data = await employee.ask(apply, {
      input: { applicantId, applicantVersion: 1, category: 'REPRESENTATION_STAFF', representationId: germanEmbassy },
    });
    const bytes = await employee
      .get(`/documents/${data.registerIinApplication.slip.id}`)
      .then((each) => each.arrayBuffer());
    expect(await wordsOf(bytes)).toContain('Министерство иностранных дел Республики Казахстан');
  });
});
