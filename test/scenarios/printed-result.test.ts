import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act, apply, person, presentHead } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { readPdf, scanQr } from '../support/pdf.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A§12, A§13: what is printed says what was presented and decided; its QR code opens a page that says it is valid, and nothing of the person.

let product: TestProduct;
let consul: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
});
afterAll(() => product.close());

async function printed(decide: (operator: GraphClient, id: string) => Promise<unknown>): Promise<Buffer> {
  const operator = product.as('iin_operator');
  const id = await apply(consul, await presentHead(consul, person({ birthDate: '1971-05-09' })));
  await act(operator, 'takeIinApplication', id, 1);
  await decide(operator, id);
  const { printedForm } = await act(consul, 'printResult', id, 3);
  const response = await consul.get(`/documents/${(printedForm as { id: string }).id}`);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return Buffer.from(await response.arrayBuffer());
}

async function wordsOf(pdf: Buffer): Promise<string> {
  const pages = await readPdf(pdf);
  return pages.map(({ left, right, aslant }) => [left, right, ...aslant].join(' ')).join(' ');
}

describe('the registration certificate', () => {
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await printed((operator, id) => act(operator, 'formIin', id, 2));
  });

  test('has the number, the names in Cyrillic, birth, and the day of issue; in demo mode it is a specimen', async () => {
    const words = await wordsOf(pdf);
    for (const part of [
      'Тіркеу куәлігі',
      'Регистрационное свидетельство',
      '710509090001',
      'Мустерманн',
      'Эрика',
      '09.05.1971',
      'Berlin',
      '02.03.2026',
    ]) {
      expect(words).toContain(part);
    }
    expect(words).toMatch(/SPECIMEN/);
  });

  test('its QR code opens a page that says it is valid, without a word of the person', async () => {
    const address = await scanQr(pdf);
    expect(address).toMatch(/^https:\/\/qonaq\.example\/verify\/[\w-]{32}$/);
    expect(address).not.toContain('710509');
    const page = await product.anybody().get(new URL(address!).pathname + '?lang=en');
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toMatch(/valid/i);
    expect(text).not.toMatch(/710509|Мустерманн|MUSTERMANN|Эрика|ERIKA|Berlin|1971/);
  });

  test('another token opens nothing', async () => {
    const page = await product.anybody().get(`/verify/${'A'.repeat(32)}?lang=en`);
    expect(page.status).toBe(404);
    const check = await product.anybody().send('{ documentCheck(token: "AAAA") { state } }');
    expect(check.codes).toEqual(['NOT_FOUND']);
  });

  test('the token stands nowhere in the database: only its hash does', async () => {
    const token = (await scanQr(pdf))!.split('/').at(-1)!;
    const { rows } = await product.database.query('select printed_form::text as row from iin.printed_form');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('the notice of refusal', () => {
  test('has the grounds in both languages, and the reason', async () => {
    const pdf = await printed((operator, id) =>
      operator.ask('mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { id } } }', {
        input: {
          id,
          expectedVersion: 2,
          grounds: ['UNTRUE_DOCUMENTS_OR_DATA'],
          reason: 'Акт назначения выдан не этой организацией.',
          marks: [{ field: 'BIRTH_DATE', remark: 'В паспорте 9 июня.' }],
        },
      }),
    );
    const words = await wordsOf(pdf);
    for (const part of [
      'ХАБАРЛАМА',
      'Бас тарту себебі',
      'шынайы еместігі',
      'Причина отказа',
      'недостоверность',
      'Акт назначения выдан не этой',
      'Туған күні: В паспорте 9 июня.',
      'Дата рождения: В паспорте 9 июня.',
    ]) {
      expect(words).toContain(part);
    }
    const page = await product.anybody().get(new URL((await scanQr(pdf))!).pathname + '?lang=en');
    expect(page.status).toBe(200);
  });
});
