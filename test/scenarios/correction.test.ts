import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  applyForSchmidt,
  correctionOf,
  erika,
  formNumber,
  married,
  presentAnew,
  recordOf,
  registerCorrection,
} from '../support/corrections.ts';
import { act } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { checkPaper, printPaper, replaced, valid } from '../support/papers.ts';
import type { Paper } from '../support/papers.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// The service is "formation and correction" of the number (order A, title): the data behind it are corrected on an application with the document that proves the
// change; the number never changes, and every earlier version is kept.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());

const mutation = (name: string) =>
  `mutation M($input: IinApplicationInput!) { ${name}(input: $input) { application { id } } }`;

/** What a partner is told of a number with a surname and a date of birth. */
async function verified(iin: string, surname: string, birthDate: string): Promise<string> {
  const partner = product.as('partner', {}, ['iin:verify']);
  const query = `query V($iin: IIN!, $surname: String!, $birthDate: Date!) { verifyIin(iin: $iin, surname: $surname, birthDate: $birthDate) }`;
  return (await partner.ask(query, { iin, surname, birthDate })).verifyIin as string;
}

describe('Erika Mustermann, who has a number, marries and is called Schmidt', () => {
  const birthDate = '1971-05-09';
  const iin = '710509090001';
  let formation: string;
  let id: string;
  let old: Paper;
  let applicantId: string;

  test('she has a certificate, and a partner who knows her by her name', async () => {
    ({ applicationId: formation } = await formNumber(consul, operator, erika(birthDate)));
    old = await printPaper(consul, formation, 3);
    expect(old.words).toContain('Мустерманн');
    expect(await checkPaper(product, old)).toEqual(valid);
    expect(await verified(iin, 'Mustermann', birthDate)).toBe('MATCH');
  });

  test('the consul registers the correction: it has a number and a term of its own, before and after side by side', async () => {
    applicantId = await presentAnew(consul, erika(birthDate, married));
    const data = await consul.ask(registerCorrection, { input: correctionOf(iin, applicantId, { birthDate }) });
    ({ id } = data.registerIinCorrection);
    expect(data.registerIinCorrection).toEqual({
      __typename: 'IinApplication',
      id: expect.any(String),
      version: 1,
      number: 'IIN-2026-000002',
      kind: 'CORRECTION',
      category: 'LEGAL_ENTITY_HEAD',
      state: 'REGISTERED',
      iin,
      // One working day after Monday, 2 March.
      dueAt: '2026-03-03T18:30:00.000+05:00',
      delivery: 'DELIVERED',
      availableActions: ['WITHDRAW'],
      correction: {
        recordVersion: 1,
        fields: [
          { name: 'LATIN_SURNAME', before: 'MUSTERMANN', after: 'SCHMIDT' },
          { name: 'CYRILLIC_SURNAME', before: 'Мустерманн', after: 'Шмидт' },
        ],
      },
    });
  });

  test('nothing is corrected yet: the registry, the partner and the paper know her by her former name', async () => {
    expect((await recordOf(operator, iin)).version).toBe(1);
    expect(await verified(iin, 'Mustermann', birthDate)).toBe('MATCH');
    expect(await checkPaper(product, old)).toEqual(valid);
  });

  test('the operator finds it in the queue, takes it, compares, and corrects the record', async () => {
    const queue = await operator.ask(
      `{ iinApplications(filter: { states: [REGISTERED] }) { edges { node { id kind availableActions correction { fields { before after } } } } } }`,
    );
    expect(queue.iinApplications.edges).toEqual([
      {
        node: {
          id,
          kind: 'CORRECTION',
          availableActions: ['TAKE'],
          correction: {
            fields: [
              { before: 'MUSTERMANN', after: 'SCHMIDT' },
              { before: 'Мустерманн', after: 'Шмидт' },
            ],
          },
        },
      },
    ]);
    await act(operator, 'takeIinApplication', id, 1);
    product.clock.set('2026-03-02T11:00:00+05:00');
    expect(await act(operator, 'correctIin', id, 2)).toMatchObject({ state: 'CORRECTED', version: 3, iin });
  });

  test('the record has a new version, the number is the same, and the former version can be read', async () => {
    expect(await recordOf(operator, iin)).toEqual({
      iin,
      version: 2,
      latinName: { surname: 'SCHMIDT', givenNames: 'ERIKA' },
      cyrillicName: { surname: 'Шмидт', givenNames: 'Эрика' },
      birthDate,
      birthPlace: 'Berlin',
      sex: 'FEMALE',
      citizenship: 'D',
      versions: [
        {
          version: 1,
          latinName: { surname: 'MUSTERMANN' },
          birthDate,
          recordedAt: '2026-03-02T10:00:00.000+05:00',
          recordedBy: { name: 'Nurlan Demo' },
          application: { id: formation, kind: 'FORMATION' },
        },
        {
          version: 2,
          latinName: { surname: 'SCHMIDT' },
          birthDate,
          recordedAt: '2026-03-02T11:00:00.000+05:00',
          recordedBy: { name: 'Nurlan Demo' },
          application: { id, kind: 'CORRECTION' },
        },
      ],
    });
  });

  test('a partner finds her by the new surname, in both scripts, and no longer by the former one', async () => {
    expect(await verified(iin, 'Schmidt', birthDate)).toBe('MATCH');
    expect(await verified(iin, 'Шмидт', birthDate)).toBe('MATCH');
    expect(await verified(iin, 'Mustermann', birthDate)).toBe('NO_MATCH');
    expect(await verified(iin, 'Мустерманн', birthDate)).toBe('NO_MATCH');
  });

  test('the new certificate has the new name and the same number; the code of the old one says that it was replaced', async () => {
    expect(await checkPaper(product, old)).toEqual(valid);
    const paper = await printPaper(consul, id, 3);
    expect(paper.kind).toBe('REGISTRATION_CERTIFICATE');
    for (const word of [iin, 'Шмидт', 'SCHMIDT', 'Эрика', '09.05.1971', 'Berlin']) expect(paper.words).toContain(word);
    expect(paper.words).not.toContain('Мустерманн');
    expect(await checkPaper(product, paper)).toEqual(valid);
    expect(await checkPaper(product, old)).toEqual(replaced);
    expect(await act(consul, 'handOutResult', id, 3)).toMatchObject({ handedOutAt: '2026-03-02T11:00:00.000+05:00' });
  });

  test('a copy of the old certificate stays what it was: the same bytes, replaced', async () => {
    const copy = await printPaper(consul, formation, 3);
    expect(copy).toEqual(old);
    expect(await checkPaper(product, copy)).toEqual(replaced);
  });

  test('her new presentation is told the number', async () => {
    await eventually(async () => {
      const data = await consul.ask('query A($id: ID!) { applicant(id: $id) { iin } }', { id: applicantId });
      expect(data.applicant.iin).toBe(iin);
    });
  });

  test('what is not to be corrected stays, whatever she presented: in the registry and on the certificate', async () => {
    const of = '1970-01-02';
    const formed = await formNumber(consul, operator, erika(of));
    const input = erika(of, married);
    input.visualZone.birthPlace = 'Бонн';
    const data = await consul.ask(registerCorrection, {
      input: correctionOf(formed.iin, await presentAnew(consul, input), { birthDate: of }),
    });
    const correction = data.registerIinCorrection.id as string;
    await act(operator, 'takeIinApplication', correction, 1);
    await act(operator, 'correctIin', correction, 2);
    expect(await recordOf(operator, formed.iin)).toMatchObject({ birthPlace: 'Berlin', sex: 'FEMALE' });
    const { words } = await printPaper(consul, correction, 3);
    expect(words).toContain('Berlin');
    expect(words).not.toContain('Бонн');
  });

  test('who asks for a first print of what was corrected since is refused: it would be out of date', async () => {
    const of = '1972-01-02';
    const formed = await formNumber(consul, operator, erika(of));
    const correction = await applyForSchmidt(consul, formed.iin, of);
    await act(operator, 'takeIinApplication', correction, 1);
    await act(operator, 'correctIin', correction, 2);
    const { errors } = await consul.send(mutation('printResult'), {
      input: { id: formed.applicationId, expectedVersion: 3 },
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'WRONG_STATE', reason: 'RESULT_REPLACED' });
    expect((await printPaper(consul, correction, 3)).words).toContain('Шмидт');
  });
});

describe('The number', () => {
  test('stays when the date of birth is corrected that its first six digits came from', async () => {
    const { iin } = await formNumber(consul, operator, erika('1973-04-05'));
    expect(iin).toMatch(/^7304050/);
    const input = erika('1973-05-04');
    input.visualZone.birthPlace = 'Бонн';
    const papers = [
      { kind: 'APPLICATION_FORM' },
      { kind: 'IDENTITY_DOCUMENT' },
      { kind: 'BIRTH_CERTIFICATE', stateSeal: false },
    ];
    const told = { birthDate: '1973-04-05', fields: ['BIRTH_PLACE', 'BIRTH_DATE'] };
    const data = await consul.ask(registerCorrection, {
      input: correctionOf(iin, await presentAnew(consul, input, papers), told),
    });
    const { id, correction } = data.registerIinCorrection;
    expect(correction.fields).toEqual([
      { name: 'BIRTH_DATE', before: '1973-04-05', after: '1973-05-04' },
      { name: 'BIRTH_PLACE', before: 'Berlin', after: 'Бонн' },
    ]);
    await act(operator, 'takeIinApplication', id, 1);
    expect(await act(operator, 'correctIin', id, 2)).toMatchObject({ iin });
    expect(await recordOf(operator, iin)).toMatchObject({ iin, birthDate: '1973-05-04', birthPlace: 'Бонн' });
    expect(await verified(iin, 'Mustermann', '1973-05-04')).toBe('MATCH');
    expect(await verified(iin, 'Mustermann', '1973-04-05')).toBe('NO_MATCH');
    const { words } = await printPaper(consul, id, 3);
    expect(words).toContain(iin);
    expect(words).toContain('04.05.1973');
  });

  test('is never changed, whoever writes the statement', async () => {
    const { rows } = await product.database.query(
      `select has_column_privilege('qonaq_iin', 'iin.record', 'iin', 'update') as number,
              has_column_privilege('qonaq_iin', 'iin.record', 'latin_name', 'update') as name,
              has_any_column_privilege('qonaq_iin', 'iin.record_version', 'update') as version`,
    );
    expect(rows).toEqual([{ number: false, name: true, version: false }]);
  });
});
