import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act, apply, attach, consent, person, presentHead, registerPerson } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { representationFor } from '../support/representations.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Order A, chapter 2: from the counter to the handed-out result.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());

const applyMutation = `mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) {
  __typename ... on IinApplication { id number state dueAt overdue } ... on AcceptanceRefusal { reasons { code documents years reference } } } }`;

describe('A§9: the consul registers', () => {
  test('names come from the machine-readable zone, birth and citizenship from the visual one', async () => {
    const input = person({ surname: 'Mueller' });
    const data = await consul.ask(
      `mutation Register($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant {
         version latinName { surname givenNames patronymic } cyrillicName { surname } birthDate birthPlace citizenship travelDocument { number } } } }`,
      { input },
    );
    expect(data.registerApplicant.applicant).toEqual({
      version: 1,
      latinName: { surname: 'MUELLER', givenNames: 'ERIKA', patronymic: null },
      cyrillicName: { surname: 'Мустерманн' },
      birthDate: '1964-08-12',
      birthPlace: 'Berlin',
      citizenship: 'D',
      travelDocument: { number: input.visualZone.documentNumber },
    });
  });

  test('a disagreement of the two zones is refused until it is settled with a reason', async () => {
    const input = person();
    input.visualZone.sex = 'MALE';
    const register =
      'mutation R($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { settledDisagreements { field reason } } } }';
    const refused = await consul.send(register, { input });
    expect(refused.errors[0]?.extensions.problems).toMatchObject([
      { code: 'ZONES_DISAGREE', path: ['visualZone', 'sex'], reference: 'A§9' },
    ]);
    const settled = [{ field: 'sex', reason: 'Printed wrongly; the birth certificate says so.' }];
    const data = await consul.ask(register, { input: { ...input, settledDisagreements: settled } });
    expect(data.registerApplicant.applicant.settledDisagreements).toEqual(settled);
  });

  test('the application gets the number of the year, and is due on the next working day at 18:30', async () => {
    product.clock.set('2026-03-06T23:00:00+05:00');
    const applicantId = await presentHead(consul);
    const data = await consul.ask(applyMutation, {
      input: { applicantId, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' },
    });
    expect(data.registerIinApplication).toMatchObject({
      __typename: 'IinApplication',
      number: expect.stringMatching(/^IIN-2026-\d{6}$/),
      state: 'REGISTERED',
      // Friday, then a weekend, then the day off of 9 March.
      dueAt: '2026-03-10T18:30:00.000+05:00',
      overdue: false,
    });
    product.clock.set('2026-03-02T10:00:00+05:00');
  });

  test('a registration on top of a version that is not the present one is a conflict', async () => {
    const applicantId = await presentHead(consul);
    const answer = await consul.send(applyMutation, {
      input: { applicantId, applicantVersion: 7, category: 'LEGAL_ENTITY_HEAD' },
    });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
  });
});

describe('A§7: refusal to accept', () => {
  test('names everything that is missing at once, and is recorded', async () => {
    const applicantId = await registerPerson(consul);
    const data = await consul.ask(applyMutation, {
      input: { applicantId, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' },
    });
    expect(data.registerIinApplication).toEqual({
      __typename: 'AcceptanceRefusal',
      reasons: [
        { code: 'DOCUMENT_MISSING', documents: ['APPLICATION_FORM'], years: null, reference: 'A§6' },
        { code: 'DOCUMENT_MISSING', documents: ['IDENTITY_DOCUMENT'], years: null, reference: 'A§6' },
        { code: 'DOCUMENT_MISSING', documents: ['APPOINTMENT_ACT'], years: null, reference: 'A§6' },
        { code: 'CONSENT_MISSING', documents: [], years: null, reference: 'A-ord 3' },
      ],
    });
    const { rows } = await product.database.query(
      'select category from iin.acceptance_refusal where applicant_id = $1',
      [applicantId],
    );
    expect(rows).toEqual([{ category: 'LEGAL_ENTITY_HEAD' }]);
  });

  test('a passport is good on its last day and has expired on the next', async () => {
    const head = (expiryDate: string) => presentHead(consul, person({ expiryDate }));
    expect(await apply(consul, await head('2026-03-02'))).toEqual(expect.any(String));
    const expired = await consul.ask(applyMutation, {
      input: { applicantId: await head('2026-03-01'), applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' },
    });
    expect(expired.registerIinApplication.reasons).toEqual([
      { code: 'DOCUMENT_EXPIRED', documents: ['IDENTITY_DOCUMENT'], years: null, reference: 'A§7' },
    ]);
  });

  test('65 years are reached on the birthday, by the date in Astana', async () => {
    const older = async (birthDate: string) => {
      const id = await registerPerson(consul, person({ birthDate }));
      for (const kind of ['APPLICATION_FORM', 'IDENTITY_DOCUMENT']) await attach(consul, id, kind);
      await consent(consul, id);
      const data = await consul.ask(applyMutation, {
        input: { applicantId: id, applicantVersion: 1, category: 'AGE_65_PLUS' },
      });
      return data.registerIinApplication;
    };
    expect(await older('1961-03-02')).toMatchObject({ __typename: 'IinApplication' });
    expect(await older('1961-03-03')).toMatchObject({
      __typename: 'AcceptanceRefusal',
      reasons: [{ code: 'AGE_NOT_REACHED', documents: [], years: 65, reference: 'A§4' }],
    });
  });
});

describe('A§4: the channel', () => {
  test('staff of foreign representations go through the MFA only, everybody else through a mission only', async () => {
    const employee = product.as('authorised_employee');
    const atMission = await presentHead(consul);
    const atMinistry = await presentHead(employee);
    const input = (applicantId: string, category: string) => ({
      input: { applicantId, applicantVersion: 1, category, ...representationFor(category) },
    });
    const wrong = [
      await consul.send(applyMutation, input(atMission, 'REPRESENTATION_STAFF')),
      await employee.send(applyMutation, input(atMinistry, 'LEGAL_ENTITY_HEAD')),
    ];
    for (const { errors } of wrong) {
      expect(errors[0]?.extensions.problems).toMatchObject([
        { code: 'CATEGORY_CHANNEL', path: ['category'], reference: 'A§4' },
      ]);
    }
    const right = await employee.ask(applyMutation, input(atMinistry, 'REPRESENTATION_STAFF'));
    expect(right.registerIinApplication.__typename).toBe('IinApplication');
  });
});

describe('A§11: the operator forms the number', () => {
  test('taken, formed, and told to the applicant', async () => {
    const applicantId = await presentHead(consul, person({ birthDate: '1971-05-09' }));
    const id = await apply(consul, applicantId);
    await act(operator, 'takeIinApplication', id, 1);
    const formed = await act(operator, 'formIin', id, 2);
    expect(formed).toMatchObject({ state: 'FORMED', version: 3, iin: '710509090001' });
    await eventually(async () => {
      const data = await consul.ask('query A($id: ID!) { applicant(id: $id) { iin } }', { id: applicantId });
      expect(data.applicant.iin).toBe('710509090001');
    });
  });

  test('only the operator who took it decides it', async () => {
    const id = await apply(consul, await presentHead(consul));
    const early = await operator.send(
      'mutation F($input: IinApplicationInput!) { formIin(input: $input) { application { id } } }',
      {
        input: { id, expectedVersion: 1 },
      },
    );
    expect(early.errors[0]?.extensions).toMatchObject({ code: 'WRONG_STATE', state: 'REGISTERED' });
    await act(operator, 'takeIinApplication', id, 1);
    await act(operator, 'releaseIinApplication', id, 2);
    expect(await act(operator, 'takeIinApplication', id, 3)).toMatchObject({ state: 'IN_REVIEW' });
  });

  test('the pilot is closed after its last day: nothing new, and what was accepted runs to its end', async () => {
    const accepted = await apply(consul, await presentHead(consul));
    const applicantId = await presentHead(consul);
    await product.database.query(`update kit.pilot_period set valid_until = '2026-03-01' where pilot = 'IIN'`);
    const answer = await consul.send(applyMutation, {
      input: { applicantId, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' },
    });
    expect(answer.codes).toEqual(['PILOT_CLOSED']);
    await act(operator, 'takeIinApplication', accepted, 1);
    expect(await act(operator, 'formIin', accepted, 2)).toMatchObject({ state: 'FORMED' });
    await product.database.query(`update kit.pilot_period set valid_until = null where pilot = 'IIN'`);
    expect(await apply(consul, applicantId)).toEqual(expect.any(String));
  });
});

describe('A§13: refusal', () => {
  const refuse = `mutation Refuse($input: RefuseIinInput!) { refuseIin(input: $input) { application {
    state refusalNotice { grounds groundTexts { ru } reason issuedOn existingRecord { iin } } } } }`;

  test('has a ground and a reason; an existing number is referenced', async () => {
    const id = await apply(consul, await presentHead(consul));
    await act(operator, 'takeIinApplication', id, 1);
    const empty = await operator.send(refuse, { input: { id, expectedVersion: 2, grounds: [], reason: '  ' } });
    expect(empty.errors[0]?.extensions.problems).toMatchObject([
      { code: 'REFUSAL_GROUND_MISSING', path: ['grounds'] },
      { code: 'TEXT_EMPTY', path: ['reason'] },
    ]);
    const unreferenced = await operator.send(refuse, {
      input: { id, expectedVersion: 2, grounds: ['IIN_ALREADY_REGISTERED'], reason: 'Known.' },
    });
    expect(unreferenced.errors[0]?.extensions.problems).toMatchObject([
      { code: 'EXISTING_RECORD_NEEDED', path: ['existingRecordId'] },
    ]);
    const { rows } = await product.database.query<{ id: string; iin: string }>(
      'select id, iin from iin.record limit 1',
    );
    const data = await operator.ask(refuse, {
      input: {
        id,
        expectedVersion: 2,
        grounds: ['IIN_ALREADY_REGISTERED'],
        reason: 'Known.',
        existingRecordId: rows[0]!.id,
      },
    });
    expect(data.refuseIin.application).toEqual({
      state: 'REFUSED',
      refusalNotice: {
        grounds: ['IIN_ALREADY_REGISTERED'],
        groundTexts: [{ ru: 'Выявлен ранее зарегистрированный ИИН.' }],
        reason: 'Known.',
        issuedOn: '2026-03-02',
        existingRecord: { iin: rows[0]!.iin },
      },
    });
  });
});

describe('A§12: the result is printed and handed out', () => {
  test('printed once and kept; handed out after that, once', async () => {
    const id = await apply(consul, await presentHead(consul));
    await act(operator, 'takeIinApplication', id, 1);
    await act(operator, 'formIin', id, 2);
    const early = await consul.send(
      'mutation H($input: IinApplicationInput!) { handOutResult(input: $input) { application { id } } }',
      {
        input: { id, expectedVersion: 3 },
      },
    );
    expect(early.codes).toEqual(['WRONG_STATE']);
    const first = (await act(consul, 'printResult', id, 3)).printedForm as { id: string; kind: string; sha256: string };
    const again = await act(consul, 'printResult', id, 3);
    expect(again.printedForm).toEqual({ ...first, prints: 2 });
    expect(first.kind).toBe('REGISTRATION_CERTIFICATE');

    expect((await consul.get(`/documents/${first.id}`)).headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''registration-certificate.pdf",
    );
    const [one, two] = await Promise.all(
      [1, 2].map(async () => Buffer.from(await (await consul.get(`/documents/${first.id}`)).arrayBuffer())),
    );
    expect(one!.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one!.equals(two!)).toBe(true);

    const handed = await act(consul, 'handOutResult', id, 3);
    expect(handed.handedOutAt).toBe('2026-03-02T10:00:00.000+05:00');
    const twice = await consul.send(
      'mutation H($input: IinApplicationInput!) { handOutResult(input: $input) { application { id } } }',
      {
        input: { id, expectedVersion: 4 },
      },
    );
    expect(twice.codes).toEqual(['WRONG_STATE']);
  });
});
