import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../../subgraphs/kit/ids.ts';
import { eventually } from '../../support/eventually.ts';
import {
  act,
  approvedCase,
  crossing,
  fingerprints,
  officersOf,
  readCase,
  send,
} from '../../support/final-applications.ts';
import type { ApprovedCase } from '../../support/final-applications.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { breakEventsOf, jobsDone, runNow } from '../../support/queue.ts';

// B§19: within 30 calendar days of the preliminary approval the person arrives, or turns to the territorial migration service; else it is annulled. Decided on
// Monday 2 March 2026, the thirtieth day is Wednesday 1 April: it ends at 24:00.

const lastMinute = '2026-04-01T23:59:00+05:00';
const firstMinute = '2026-04-02T00:00:00+05:00';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const seen = ({ client, caseId }: ApprovedCase, fields = 'state arrivedAt') => readCase(client, caseId, fields);

/** As the job that records lapses leaves a case: annulled. */
async function recordLapse({ caseId }: ApprovedCase): Promise<void> {
  const { database } = product;
  await database.query(
    `update residence.residence_case set state = 'LAPSED', due_at = null, version = version + 1 where id = $1`,
    [caseId],
  );
  await database.query('update residence.case_term set ended_at = due_at where case_id = $1', [caseId]);
}

describe('the officer records that somebody turned to the migration service', () => {
  test('until the last minute of the last day', async () => {
    const { kkq } = officersOf(product);
    const nomad = await approvedCase(product);
    product.clock.set(lastMinute);
    await act(kkq, 'recordArrival', { id: nomad.caseId, expectedVersion: 1 });
    expect(await seen(nomad, 'state arrivedAt terms { kind endedAt overdue }')).toEqual({
      state: 'ARRIVED',
      arrivedAt: '2026-04-01T23:59:00.000+05:00',
      terms: [{ kind: 'APPROVAL_VALIDITY', endedAt: '2026-04-01T23:59:00.000+05:00', overdue: false }],
    });
    // It stays alive after that day.
    product.clock.set('2026-05-01T10:00:00+05:00');
    expect(await seen(nomad)).toMatchObject({ state: 'ARRIVED' });
  });

  test('and not a minute later: the approval has lapsed, whether that is recorded yet or not', async () => {
    const { kkq } = officersOf(product);
    const nomad = await approvedCase(product);
    product.clock.set(firstMinute);
    expect(await seen(nomad)).toEqual({ state: 'LAPSED', arrivedAt: null });
    expect((await send(kkq, 'recordArrival', { id: nomad.caseId, expectedVersion: 1 })).codes).toEqual([
      'TERM_EXPIRED',
    ]);
    await recordLapse(nomad);
    expect((await send(kkq, 'recordArrival', { id: nomad.caseId, expectedVersion: 2 })).codes).toEqual(['WRONG_STATE']);
  });

  test('who is of another city sees nothing; the officer of the city records it', async () => {
    const nomad = await approvedCase(product, { city: 'ALMATY' });
    const input = { id: nomad.caseId, expectedVersion: 1 };
    expect((await send(officersOf(product).kkq, 'recordArrival', input)).codes).toEqual(['NOT_FOUND']);
    expect((await act(officersOf(product, 'ALMATY').kkq, 'recordArrival', input)).state).toBe('ARRIVED');
  });

  test('two officers at once: one records it, the other is told that it changed', async () => {
    const { kkq } = officersOf(product);
    const { caseId: id } = await approvedCase(product);
    const answers = await Promise.all([1, 2].map(() => send(kkq, 'recordArrival', { id, expectedVersion: 1 })));
    expect(answers.map(({ codes }) => codes.join()).toSorted()).toEqual(['', 'CONFLICT']);
  });

  test('the service centre can not', async () => {
    const { psc } = officersOf(product);
    const { caseId: id } = await approvedCase(product);
    expect((await send(psc, 'recordArrival', { id, expectedVersion: 1 })).codes).toEqual(['FORBIDDEN']);
  });
});

describe('the border system tells of a crossing', () => {
  test('by IIN or by travel document; in the last minute it keeps the approval alive', async () => {
    const [byIin, byPassport] = [await approvedCase(product), await approvedCase(product)];
    product.clock.set('2026-04-01T23:59:30+05:00');
    await crossing(product, { iin: byIin.iin, crossedAt: lastMinute });
    const travelDocument = { issuingCountry: 'D', number: byPassport.person.documentNumber };
    await crossing(product, { travelDocument, crossedAt: lastMinute });
    await jobsDone(product);
    for (const nomad of [byIin, byPassport])
      expect(await seen(nomad, 'state arrivedAt borderCrossedAt dueAt')).toEqual({
        state: 'ARRIVED',
        arrivedAt: '2026-04-01T23:59:00.000+05:00',
        borderCrossedAt: '2026-04-01T23:59:00.000+05:00',
        dueAt: null,
      });
  });

  test('in the first minute that is too late it is noted, and keeps nothing alive', async () => {
    const nomad = await approvedCase(product);
    product.clock.set('2026-04-02T00:00:30+05:00');
    await crossing(product, { iin: nomad.iin, crossedAt: firstMinute });
    await jobsDone(product);
    expect(await seen(nomad, 'state arrivedAt borderCrossedAt')).toEqual({
      state: 'LAPSED',
      arrivedAt: null,
      borderCrossedAt: '2026-04-02T00:00:00.000+05:00',
    });
  });

  test('late of a crossing in time: a lapse that the clock made, or that was recorded, is undone, and the bar taken back', async () => {
    const [unrecorded, recorded] = [await approvedCase(product), await approvedCase(product)];
    product.clock.set('2026-04-10T09:00:00+05:00');
    await recordLapse(recorded);
    expect(await seen(recorded, 'state barredUntil')).toEqual({ state: 'LAPSED', barredUntil: '2027-03-02' });
    for (const { iin } of [unrecorded, recorded]) await crossing(product, { iin, crossedAt: lastMinute });
    await jobsDone(product);
    for (const nomad of [unrecorded, recorded])
      expect(await seen(nomad, 'state arrivedAt barredUntil')).toEqual({
        state: 'ARRIVED',
        arrivedAt: '2026-04-01T23:59:00.000+05:00',
        barredUntil: null,
      });
  });

  test('late of a crossing that was too late: the bar stays', async () => {
    const nomad = await approvedCase(product);
    product.clock.set('2026-04-10T09:00:00+05:00');
    await recordLapse(nomad);
    await crossing(product, { iin: nomad.iin, crossedAt: firstMinute });
    await jobsDone(product);
    expect(await seen(nomad, 'state barredUntil')).toEqual({ state: 'LAPSED', barredUntil: '2027-03-02' });
  });

  test('an entry before the decision, or a departure, is no arrival', async () => {
    const nomad = await approvedCase(product);
    product.clock.set('2026-03-03T10:00:00+05:00');
    await crossing(product, { iin: nomad.iin, crossedAt: '2026-03-02T09:59:59+05:00' });
    await jobsDone(product);
    const noted = {
      state: 'PRELIMINARILY_APPROVED',
      arrivedAt: null,
      borderCrossedAt: '2026-03-02T09:59:59.000+05:00',
    };
    expect(await seen(nomad, 'state arrivedAt borderCrossedAt')).toEqual(noted);
    await crossing(product, { iin: nomad.iin, direction: 'EXIT', crossedAt: '2026-03-03T09:00:00+05:00' });
    await jobsDone(product);
    expect(await seen(nomad, 'state arrivedAt borderCrossedAt')).toEqual(noted);
    // An entry at the very moment of the decision is one.
    await crossing(product, { iin: nomad.iin, crossedAt: '2026-03-02T10:00:00+05:00' });
    await jobsDone(product);
    expect(await seen(nomad)).toEqual({ state: 'ARRIVED', arrivedAt: '2026-03-02T10:00:00.000+05:00' });
  });

  test('before the decision it is noted, whatever the state; several, and in any order: the first since the decision counts', async () => {
    const nomad = await approvedCase(product);
    await product.database.query(
      `update residence.residence_case set state = 'AT_KNB', preliminary_decided_at = null, lapses_at = null, approval_number = null where id = $1`,
      [nomad.caseId],
    );
    await crossing(product, { iin: nomad.iin, crossedAt: '2026-02-20T10:00:00+05:00' });
    await jobsDone(product);
    expect(await seen(nomad, 'state borderCrossedAt')).toEqual({
      state: 'AT_KNB',
      borderCrossedAt: '2026-02-20T10:00:00.000+05:00',
    });
    const other = await approvedCase(product);
    product.clock.set('2026-03-20T10:00:00+05:00');
    for (const day of ['15', '10', '18'])
      await crossing(product, { iin: other.iin, crossedAt: `2026-03-${day}T10:00:00+05:00` });
    await jobsDone(product);
    expect(await seen(other, 'borderCrossedAt')).toEqual({ borderCrossedAt: '2026-03-10T10:00:00.000+05:00' });
  });

  test('once by each reference: told again it changes nothing, told otherwise it is refused', async () => {
    const nomad = await approvedCase(product);
    const told = { reference: newId(), iin: nomad.iin, crossedAt: '2026-03-02T10:00:00+05:00' };
    const answers = await Promise.all([1, 2, 3].map(() => crossing(product, told)));
    expect(answers.map(({ data, codes }) => [data.recordBorderCrossing.reference, codes])).toEqual(
      Array(3).fill([told.reference, []]),
    );
    await jobsDone(product);
    expect(await seen(nomad, 'history { kind }')).toEqual({
      history: [{ kind: 'BORDER_CROSSED' }, { kind: 'RECORD_ARRIVAL' }],
    });
    const otherwise = await crossing(product, { ...told, checkpoint: 'Almaty airport' });
    expect(otherwise.errors.map(({ extensions }) => [extensions.code, extensions.reason])).toEqual([
      ['CONFLICT', 'REFERENCE_REUSED'],
    ]);
    const { rowCount } = await product.database.query('select from residence.border_crossing where reference = $1', [
      told.reference,
    ]);
    expect(rowCount).toBe(1);
  });

  test('it is told nothing of any case: of nobody the answer is the same', async () => {
    const nobodys = await crossing(product, {
      reference: 'B-1',
      iin: '850312099999',
      crossedAt: '2026-03-02T09:00:00+05:00',
    });
    expect([nobodys.data, nobodys.codes]).toEqual([{ recordBorderCrossing: { reference: 'B-1' } }, []]);
    const { rows } = await product.database.query(
      `select case_id from residence.border_crossing where reference = 'B-1'`,
    );
    await jobsDone(product);
    expect(rows).toEqual([{ case_id: null }]);
  });

  test('everything that is wrong at once', async () => {
    const { errors } = await crossing(product, {
      reference: ' ',
      checkpoint: '',
      crossedAt: '2026-03-02T10:00:01+05:00',
    });
    expect(errors.flatMap(({ extensions }) => extensions.problems!.map(({ code, path }) => [code, ...path]))).toEqual([
      ['TEXT_EMPTY', 'reference'],
      ['TEXT_EMPTY', 'checkpoint'],
      ['PERSON_NOT_NAMED'],
      ['MOMENT_IN_FUTURE', 'crossedAt'],
    ]);
  });

  test('only a partner with the scope may', async () => {
    const text =
      'mutation { recordBorderCrossing(input: { reference: "x", iin: "850312099999", direction: ENTRY, crossedAt: "2026-03-02T09:00:00+05:00", checkpoint: "x" }) { reference } }';
    for (const client of [
      product.as('partner', {}, ['fingerprint:write']),
      product.as('kkq_officer'),
      product.as('applicant'),
    ])
      expect((await client.send(text)).codes).toEqual(['FORBIDDEN']);
    expect((await product.as('partner', {}, ['border:write']).send(text)).codes).toEqual([]);
  });
});

describe('the fingerprint system tells of a registration', () => {
  test('in the last minute it keeps the approval alive, a minute later it does not', async () => {
    const [inTime, late] = [await approvedCase(product), await approvedCase(product)];
    product.clock.set('2026-04-02T09:00:00+05:00');
    await fingerprints(product, { iin: inTime.iin, takenAt: lastMinute });
    await fingerprints(product, { iin: late.iin, takenAt: firstMinute });
    await jobsDone(product);
    expect(await seen(inTime, 'state arrivedAt fingerprintedAt')).toEqual({
      state: 'ARRIVED',
      arrivedAt: '2026-04-01T23:59:00.000+05:00',
      fingerprintedAt: '2026-04-01T23:59:00.000+05:00',
    });
    expect(await seen(late, 'state fingerprintedAt')).toEqual({
      state: 'LAPSED',
      fingerprintedAt: '2026-04-02T00:00:00.000+05:00',
    });
  });

  test('after the arrival it is noted, and the arrival stays what it was', async () => {
    const nomad = await approvedCase(product);
    product.clock.set('2026-03-05T10:00:00+05:00');
    await crossing(product, { iin: nomad.iin, crossedAt: '2026-03-04T10:00:00+05:00' });
    await jobsDone(product);
    await fingerprints(product, { iin: nomad.iin, takenAt: '2026-03-05T09:00:00+05:00' });
    await jobsDone(product);
    expect(await seen(nomad, 'state arrivedAt fingerprintedAt')).toEqual({
      state: 'ARRIVED',
      arrivedAt: '2026-03-04T10:00:00.000+05:00',
      fingerprintedAt: '2026-03-05T09:00:00.000+05:00',
    });
  });
});

describe('the job that notes it', () => {
  test('run twice, it changes nothing the second time', async () => {
    const nomad = await approvedCase(product);
    const reference = newId();
    await crossing(product, { reference, iin: nomad.iin, crossedAt: '2026-03-02T10:00:00+05:00' });
    await jobsDone(product);
    const before = await seen(nomad, 'version state history { kind }');
    await product.database.query(
      `select graphile_worker.add_job('residence.noteBorderCrossing', json_build_object('reportId', id)) from residence.border_crossing where reference = $1`,
      [reference],
    );
    await jobsDone(product);
    expect(before).toMatchObject({ state: 'ARRIVED' });
    expect(await seen(nomad, 'version state history { kind }')).toEqual(before);
  });

  test('killed in the middle, it leaves nothing half done, and goes on later: even when the 30 days ended meanwhile', async () => {
    const nomad = await approvedCase(product);
    const mend = await breakEventsOf(product, 'residence', nomad.caseId);
    product.clock.set('2026-04-01T23:59:30+05:00');
    await crossing(product, { iin: nomad.iin, crossedAt: lastMinute });
    await eventually(async () => {
      const { rows } = await product.database.query('select attempts from graphile_worker.jobs');
      expect(rows).toEqual([{ attempts: 1 }]);
    });
    expect(await seen(nomad, 'state borderCrossedAt version')).toEqual({
      state: 'PRELIMINARILY_APPROVED',
      borderCrossedAt: null,
      version: 1,
    });
    await mend();
    product.clock.set('2026-04-03T10:00:00+05:00');
    expect(await seen(nomad)).toMatchObject({ state: 'LAPSED' });
    await runNow(product);
    await jobsDone(product);
    expect(await seen(nomad)).toEqual({ state: 'ARRIVED', arrivedAt: '2026-04-01T23:59:00.000+05:00' });
  });
});
