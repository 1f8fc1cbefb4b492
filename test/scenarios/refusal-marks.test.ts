import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act, apply, attach, presentHead } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { printPaper } from '../support/papers.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A§13: whoever is refused learns everything that is wrong at once, and not one thing after the other.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());

const refuse = `mutation Refuse($input: RefuseIinInput!) { refuseIin(input: $input) { application { state } } }`;

/** An application that the operator works on, with its documents by their kind. */
async function taken() {
  const applicantId = await presentHead(consul);
  const id = await apply(consul, applicantId);
  await act(operator, 'takeIinApplication', id, 1);
  const { iinApplication } = await operator.ask(
    'query D($id: ID!) { iinApplication(id: $id) { presentedDocuments { id kind name { en } } } }',
    { id },
  );
  const documents = iinApplication.presentedDocuments as { id: string; kind: string; name: { en: string } }[];
  return { id, applicantId, documents };
}

const idOf = (documents: { id: string; kind: string }[], kind: string) =>
  documents.find((document) => document.kind === kind)!.id;

const untrue = { expectedVersion: 2, grounds: ['UNTRUE_DOCUMENTS_OR_DATA'], reason: 'Данные расходятся.' };

describe('the operator marks what is wrong', () => {
  test('among the data, and among the documents with which the application was registered', async () => {
    const { id, documents } = await taken();
    expect(documents.map(({ kind, name }) => [kind, name.en])).toEqual([
      ['APPLICATION_FORM', 'the signed application'],
      ['IDENTITY_DOCUMENT', 'the identity document'],
      ['APPOINTMENT_ACT', 'the act of appointment as head'],
    ]);
    const actId = idOf(documents, 'APPOINTMENT_ACT');
    const marks = [
      { field: 'BIRTH_PLACE', remark: 'В паспорте другой город.' },
      { documentId: actId, remark: 'Нет печати организации.' },
      { field: 'DOCUMENT_EXPIRY_DATE', remark: 'Год прочитан неверно.' },
    ];
    expect((await operator.send(refuse, { input: { id, ...untrue, marks } })).codes).toEqual([]);

    const { iinApplication } = await consul.ask(
      `query N($id: ID!) { iinApplication(id: $id) { refusalNotice { grounds reason marks { field documentId name { kk ru en } remark } } } }`,
      { id },
    );
    expect(iinApplication.refusalNotice).toEqual({
      grounds: ['UNTRUE_DOCUMENTS_OR_DATA'],
      reason: 'Данные расходятся.',
      marks: [
        {
          field: 'BIRTH_PLACE',
          documentId: null,
          name: { kk: 'туған жері', ru: 'место рождения', en: 'place of birth' },
          remark: 'В паспорте другой город.',
        },
        {
          field: null,
          documentId: actId,
          name: {
            kk: 'басшылық лауазымға тағайындалғанын растайтын құжат',
            ru: 'документ, подтверждающий назначение на руководящую должность',
            en: 'the act of appointment as head',
          },
          remark: 'Нет печати организации.',
        },
        {
          field: 'DOCUMENT_EXPIRY_DATE',
          documentId: null,
          name: {
            kk: 'жеке басты куәландыратын құжаттың қолданылу мерзімі',
            ru: 'срок действия документа, удостоверяющего личность',
            en: 'validity of the identity document',
          },
          remark: 'Год прочитан неверно.',
        },
      ],
    });

    const paper = await printPaper(consul, id, 3);
    for (const words of [
      '1. Туған жері: В паспорте другой город.',
      '1. Место рождения: В паспорте другой город.',
      '2. Басшылық лауазымға тағайындалғанын растайтын құжат: Нет печати организации.',
      '2. Документ, подтверждающий назначение на руководящую должность: Нет печати организации.',
      '3. Срок действия документа, удостоверяющего личность: Год прочитан неверно.',
    ])
      expect(paper.words).toContain(words);

    const { rows } = await product.database.query(
      `select details from iin.event where case_id = $1 and kind = 'REFUSE'`,
      [id],
    );
    expect(rows).toEqual([
      { details: { grounds: ['UNTRUE_DOCUMENTS_OR_DATA'], marks: ['BIRTH_PLACE', actId, 'DOCUMENT_EXPIRY_DATE'] } },
    ]);
  });

  test('or is told everything that is missing at once, in three languages', async () => {
    const { id, applicantId, documents } = await taken();
    const later = await attach(consul, applicantId, 'ACTIVITY_PROOF');
    const actId = idOf(documents, 'APPOINTMENT_ACT');
    const marks = [
      { remark: 'Of nothing.' },
      { field: 'SEX', documentId: actId, remark: 'Of both.' },
      { documentId: later, remark: 'Attached after the application.' },
      { field: 'SEX', remark: '  ' },
      { field: 'SEX', remark: 'Again.' },
      { field: 'ADDRESS', remark: '東京' },
    ];
    const input = { id, ...untrue, reason: 'თბილისი', marks };
    const messages = new Set<string>();
    for (const language of ['kk', 'ru', 'en']) {
      const { errors } = await operator.send(refuse, { input }, language);
      expect(errors[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        problems: [
          { code: 'MARK_OF_ONE_THING', path: ['marks', 0], reference: 'A§13' },
          { code: 'MARK_OF_ONE_THING', path: ['marks', 1] },
          { code: 'MARK_DOCUMENT_UNKNOWN', path: ['marks', 2, 'documentId'] },
          { code: 'TEXT_EMPTY', path: ['marks', 3, 'remark'] },
          { code: 'MARK_TWICE', path: ['marks', 4] },
          { code: 'FORM_LETTERS', path: ['reason'], reference: 'A-form 3' },
          { code: 'FORM_LETTERS', path: ['marks', 5, 'remark'] },
        ],
      });
      for (const { message } of errors[0]!.extensions.problems as { message: string }[]) messages.add(message);
    }
    expect(messages.size).toBe(15);
    const { rows } = await product.database.query('select state, refusal_marks from iin.application where id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ state: 'IN_REVIEW', refusal_marks: null }]);
  });

  test('wherever a ground is about documents or data', async () => {
    const { id } = await taken();
    for (const ground of ['UNTRUE_DOCUMENTS_OR_DATA', 'NOT_COMPLIANT_WITH_REQUIREMENTS'])
      for (const marks of [undefined, null, []]) {
        const { errors } = await operator.send(refuse, { input: { id, ...untrue, grounds: [ground], marks } });
        expect(errors[0]?.extensions.problems).toMatchObject([
          { code: 'MARKS_MISSING', path: ['marks'], reference: 'A§13' },
        ]);
      }
  });
});
