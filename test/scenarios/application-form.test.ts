import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apply, attach, consent, person, registerPerson } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { readPdf } from '../support/pdf.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A§6, A-form 1: the application form is printed filled in, for the person to sign, before there is an application.

const print = `mutation Print($input: PrintApplicationFormInput!) {
  printApplicationForm(input: $input) { printedForm { id kind size sha256 issuedOn prints } } }`;

let product: TestProduct;
let consul: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
});
afterAll(() => product.close());

async function printed(client: GraphClient, applicantId: string, more: object = {}) {
  const { printApplicationForm } = await client.ask(print, { input: { applicantId, applicantVersion: 1, ...more } });
  return printApplicationForm.printedForm as { id: string; sha256: string; prints: number };
}

async function bytesOf(client: GraphClient, id: string): Promise<Buffer> {
  return Buffer.from(await (await client.get(`/documents/${id}`)).arrayBuffer());
}

async function wordsOf(bytes: Buffer): Promise<string> {
  const pages = await readPdf(bytes);
  return pages.map(({ left, right, aslant }) => [left, right, ...aslant].join(' ')).join(' ');
}

const erika = () =>
  person({
    birthDate: '1971-05-09',
    givenNames: 'Erika',
    documentNumber: 'C01X00T47',
    cyrillicName: { surname: 'Мустерманн', givenNames: 'Эрика' },
    ethnicity: 'неміс',
    countryOfArrival: 'TUR',
    address: { country: 'FRA', region: 'Эльзас', address: 'Rue 7, Strasbourg' },
  });

describe('the application form of an applicant', () => {
  test('is filled in with what was registered, to the consul who prints it', async () => {
    const form = await printed(consul, await registerPerson(consul, erika()));
    expect(form).toMatchObject({ kind: 'APPLICATION_FORM', issuedOn: '2026-03-02', prints: 1 });
    const response = await consul.get(`/documents/${form.id}`);
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''application-form.pdf");
    const words = await wordsOf(Buffer.from(await response.arrayBuffer()));
    const { me } = await consul.ask('{ me { account { name } } }');
    for (const part of [
      `Консул ${me.account.name}`,
      'Посольство Республики Казахстан в',
      'От кого (фамилия, имя и отчество) Мустерманн Эрика',
      'Имя в латинской транскрипции ERIKA Имя в кириллической транскрипции Эрика',
      'Фамилия в латинской транскрипции MUSTERMANN',
      'Дата рождения 09.05.1971 Пол Женский Гражданство Германия Национальность неміс Страна прибытия Турция',
      'Вид документа, удостоверяющего личность Паспорт Номер документа, удостоверяющего личность C01X00T47',
      'Дата выдачи документа, удостоверяющего личность ____',
      'Срок действия документа, удостоверяющего личность 31.10.2033',
      'Место рождения Berlin Страна Франция Область Эльзас Район — Адрес Rue 7, Strasbourg',
      'загранучреждением Республики Казахстан',
      'SPECIMEN',
    ])
      expect(words).toContain(part);
  });

  test('is the same form when it is printed again, and is counted; after a correction it is another one', async () => {
    const applicantId = await registerPerson(consul, erika());
    const first = await printed(consul, applicantId);
    const bytes = await bytesOf(consul, first.id);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(first.sha256);
    expect(await printed(consul, applicantId)).toEqual({ ...first, prints: 2 });
    expect((await bytesOf(consul, first.id)).equals(bytes)).toBe(true);

    const corrected = { ...erika(), ethnicity: 'швед' };
    await consul.ask(
      'mutation C($input: CorrectApplicantInput!) { correctApplicant(input: $input) { applicant { id } } }',
      {
        input: { ...corrected, id: applicantId, expectedVersion: 1 },
      },
    );
    const stale = await consul.send(print, { input: { applicantId, applicantVersion: 1 } });
    expect(stale.codes).toEqual(['CONFLICT']);
    const second = await printed(consul, applicantId, { applicantVersion: 2 });
    expect(second).toMatchObject({ prints: 1 });
    expect(second.id).not.toBe(first.id);
    expect(await wordsOf(await bytesOf(consul, second.id))).toContain('Национальность швед');
  });

  test('repeats nothing when the same key is sent again', async () => {
    const applicantId = await registerPerson(consul, erika());
    const first = await printed(consul, applicantId, { idempotencyKey: 'once' });
    expect(await printed(consul, applicantId, { idempotencyKey: 'once' })).toEqual(first);
  });

  test('printed by two at once is one form', async () => {
    const applicantId = await registerPerson(consul, erika());
    const forms = await Promise.all([1, 2, 3].map(() => printed(consul, applicantId)));
    expect(new Set(forms.map(({ id }) => id)).size).toBe(1);
    expect(await printed(consul, applicantId)).toMatchObject({ prints: 4 });
  });

  test('is signed, attached and accepted as the application', async () => {
    const applicantId = await registerPerson(consul, erika());
    const signed = await consul.upload(new Uint8Array(await bytesOf(consul, (await printed(consul, applicantId)).id)));
    await consul.ask('mutation A($input: AttachDocumentInput!) { attachDocument(input: $input) { document { id } } }', {
      input: { applicantId, uploadId: signed, kind: 'APPLICATION_FORM', originalShown: true },
    });
    for (const kind of ['IDENTITY_DOCUMENT', 'APPOINTMENT_ACT']) await attach(consul, applicantId, kind);
    await consent(consul, applicantId);
    const application = await apply(consul, applicantId);
    const { iinApplication } = await consul.ask(
      'query Q($id: ID!) { iinApplication(id: $id) { printedForm { id } } }',
      {
        id: application,
      },
    );
    expect(iinApplication.printedForm).toBeNull();
  });

  test('stands in the journal with the person', async () => {
    const applicantId = await registerPerson(consul, erika());
    const { id } = await printed(consul, applicantId);
    const { rows } = await product.database.query<{ subjects: string[]; outcome: string }>(
      `select subjects, outcome from audit.journal where action = 'printApplicationForm' and $1 = any(subjects)`,
      [applicantId],
    );
    expect(rows).toEqual([{ subjects: [id, applicantId], outcome: 'DONE' }]);
  });
});

describe('the application form of a child', () => {
  const child = () => person({ birthDate: '2015-05-09', cyrillicName: { surname: 'Мустерманн', givenNames: 'Эрика' } });

  test('comes from the parent, for the child', async () => {
    const parent = { name: { surname: 'Оспанов', givenNames: 'Қанат' }, citizenship: 'KAZ' };
    const form = await printed(consul, await registerPerson(consul, child()), { parent });
    const words = await wordsOf(await bytesOf(consul, form.id));
    expect(words).toContain('От кого (фамилия, имя и отчество) Оспанов Қанат');
    expect(words).toContain('(наименование иностранного государства) Казахстан');
    expect(words).toContain('номер для: Мустерманн Эрика.');
  });

  test('has a line for the parent when none is told', async () => {
    const form = await printed(consul, await registerPerson(consul, child()));
    const words = await wordsOf(await bytesOf(consul, form.id));
    expect(words).toContain('От кого (фамилия, имя и отчество) ______');
    expect(words).toContain('(наименование иностранного государства) ______');
  });

  test('needs the parent, the ethnicity and the address in letters that can be printed', async () => {
    const address = { country: 'JPN', address: '東京' };
    const applicantId = await registerPerson(consul, { ...child(), ethnicity: '和', address });
    const parent = { name: { surname: '佐藤', givenNames: 'Qanat' }, citizenship: 'JPN' };
    const { codes, errors } = await consul.send(print, { input: { applicantId, applicantVersion: 1, parent } });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    const problems = errors[0]!.extensions.problems!;
    expect(problems.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['FORM_LETTERS', 'applicantId.ethnicity'],
      ['FORM_LETTERS', 'applicantId.address'],
      ['FORM_LETTERS', 'parent.name.surname'],
    ]);
  });
});

describe('who prints and reads the application form', () => {
  test('an authorised employee, whose form names the MFA', async () => {
    const employee = product.as('authorised_employee');
    const form = await printed(employee, await registerPerson(employee));
    const words = await wordsOf(await bytesOf(employee, form.id));
    expect(words).toContain('Уполномоченный работник');
    expect(words).toContain('осуществляемых Министерством иностранных дел Республики Казахстан');
    expect(words).not.toContain('загранучреждением');
  });

  test('the own mission, and no other one', async () => {
    const applicantId = await registerPerson(consul);
    const input = { applicantId, applicantVersion: 1 };
    const stranger = product.as('consul', { mission: 1 });
    expect((await stranger.send(print, { input })).codes).toEqual(['NOT_FOUND']);
    expect((await product.as('authorised_employee').send(print, { input })).codes).toEqual(['NOT_FOUND']);
    const { id } = await printed(consul, applicantId);
    expect((await consul.get(`/documents/${id}`)).status).toBe(200);
    expect((await stranger.get(`/documents/${id}`)).status).toBe(404);
  });

  test('not the operators of the MIA: what waits for a signature has not passed to them', async () => {
    const { id } = await printed(consul, await registerPerson(consul));
    expect((await product.as('iin_operator').get(`/documents/${id}`)).status).toBe(404);
    const { rows } = await product.database.query('select id from iin.printed_form where id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  test.each(['iin_operator', 'manager', 'state_corporation', 'applicant', 'auditor', 'kkq_officer'] as const)(
    'not %s',
    async (role) => {
      const input = { applicantId: await registerPerson(consul), applicantVersion: 1 };
      expect(new Set((await product.as(role).send(print, { input })).codes)).toEqual(new Set(['FORBIDDEN']));
    },
  );
});
