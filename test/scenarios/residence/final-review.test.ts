import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  act,
  approvedCase,
  crossing,
  documentsAgree,
  fingerprints,
  inFinalReview,
  officersOf,
  problemsOf,
  readCase,
  recordFinalChecks,
  send,
} from '../../support/final-applications.ts';
import type { ApprovedCase } from '../../support/final-applications.ts';
import { readPdf } from '../../support/pdf.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { jobsDone } from '../../support/queue.ts';

// B§22–24: the migration officer compares the originals with what was given earlier, checks the crossing, the fingerprints and again the records, and decides
// within three working days.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

/** What has to be there before a permission. */
const conditions = ['checks', 'comparison', 'crossing', 'fingerprints'] as const;
type Condition = (typeof conditions)[number];

/** A case in the final review, with everything that a permission needs but what is left out. */
async function reviewed(...leftOut: Condition[]): Promise<ApprovedCase & { version: number }> {
  const { kkq } = officersOf(product);
  const nomad = await approvedCase(product);
  const { caseId: id, iin } = nomad;
  await inFinalReview(product, nomad);
  if (!leftOut.includes('checks')) await recordFinalChecks(product, id);
  if (!leftOut.includes('crossing')) await crossing(product, { iin, crossedAt: '2026-03-02T10:00:00+05:00' });
  if (!leftOut.includes('fingerprints')) await fingerprints(product, { iin, takenAt: '2026-03-02T10:00:00+05:00' });
  await jobsDone(product);
  const { version } = await readCase(kkq, id, 'version');
  if (leftOut.includes('comparison')) return { ...nomad, version };
  const compared = await act(kkq, 'compareDocuments', { id, expectedVersion: version, findings: documentsAgree });
  return { ...nomad, version: compared.version };
}

const permit = ({ caseId: id, version: expectedVersion }: { caseId: string; version: number }) => ({
  id,
  expectedVersion,
  approves: true,
});

describe('the permission', () => {
  test.each(conditions)('is not given without the %s', async (leftOut) => {
    const { kkq } = officersOf(product);
    const nomad = await reviewed(leftOut);
    const answer = await send(kkq, 'decideFinal', permit(nomad));
    expect(answer.errors.map(({ extensions }) => [extensions.code, extensions.state])).toEqual([
      ['WRONG_STATE', 'FINAL_REVIEW'],
    ]);
    const { availableActions } = await readCase(kkq, nomad.caseId, 'availableActions');
    expect(availableActions).not.toContain('APPROVE_FINAL');
  });

  test('is given with all of them', async () => {
    const { kkq } = officersOf(product);
    const nomad = await reviewed();
    expect((await readCase(kkq, nomad.caseId, 'availableActions')).availableActions).toContain('APPROVE_FINAL');
    expect((await act(kkq, 'decideFinal', permit(nomad))).state).toBe('PERMITTED');
  });

  test('the checks of the preliminary stage are not enough', async () => {
    const { kkq } = officersOf(product);
    const nomad = await reviewed('checks');
    await recordFinalChecks(product, nomad.caseId);
    await product.database.query(`update residence.security_check set stage = 'PRELIMINARY' where case_id = $1`, [
      nomad.caseId,
    ]);
    expect((await send(kkq, 'decideFinal', permit(nomad))).codes).toEqual(['WRONG_STATE']);
  });

  test('has no reason', async () => {
    const { kkq } = officersOf(product);
    const answer = await send(kkq, 'decideFinal', { ...permit(await reviewed()), reason: 'None' });
    expect(problemsOf(answer)).toEqual([['REASON_OF_PERMISSION', 'reason', 'B§22']]);
  });

  test('late is late, and still possible: received on Wednesday 4 March, due on Tuesday the 10th, for Monday is off', async () => {
    const { kkq } = officersOf(product);
    const nomad = await reviewed();
    const review = async () =>
      (await readCase(kkq, nomad.caseId, 'terms { kind dueAt overdue }')).terms.find(
        ({ kind }: { kind: string }) => kind === 'FINAL_REVIEW',
      ) as object;
    const dueAt = '2026-03-10T18:30:00.000+05:00';
    product.clock.set('2026-03-10T18:30:00+05:00');
    expect(await review()).toMatchObject({ dueAt, overdue: false });
    product.clock.set('2026-03-10T18:30:01+05:00');
    await act(kkq, 'decideFinal', permit(nomad));
    expect(await review()).toMatchObject({ dueAt, overdue: true });
  });

  test('two officers at once: one decides, the other is told that it changed', async () => {
    const { kkq } = officersOf(product);
    const nomad = await reviewed();
    const refuse = { ...permit(nomad), approves: false, reason: 'Other documents.' };
    const answers = await Promise.all([permit(nomad), refuse].map((input) => send(kkq, 'decideFinal', input)));
    expect(answers.map(({ codes }) => codes.join()).toSorted()).toEqual(['', 'CONFLICT']);
    const { documents } = await readCase(kkq, nomad.caseId, 'documents { kind }');
    const notices = documents.filter(({ kind }: { kind: string }) => ['PERMISSION', 'FINAL_REFUSAL'].includes(kind));
    expect(notices).toHaveLength(1);
  });

  test('an officer of another city sees nothing, and neither decides nor compares', async () => {
    const { kkq: foreign } = officersOf(product, 'ALMATY');
    const nomad = await reviewed();
    const { caseId: id, version: expectedVersion } = nomad;
    expect((await send(foreign, 'decideFinal', permit(nomad))).codes).toEqual(['NOT_FOUND']);
    expect((await send(foreign, 'compareDocuments', { id, expectedVersion, findings: [] })).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect((await foreign.send('query C($id: ID!) { residenceCase(id: $id) { id } }', { id })).codes).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('the refusal', () => {
  test('bars a new application for one year, and tells the reason in a notice', async () => {
    const { kkq } = officersOf(product);
    const nomad = await reviewed('comparison', 'crossing', 'fingerprints');
    const { caseId: id, version: expectedVersion, client } = nomad;
    product.clock.set('2026-03-06T15:00:00+05:00');
    const reason = 'Құжаттар сәйкес келмейді / Документы не соответствуют.';
    const refused = await act(kkq, 'decideFinal', { id, expectedVersion, approves: false, reason });
    expect(refused).toMatchObject({ state: 'FINALLY_REFUSED', dueAt: null });
    const seen = await readCase(client, id, 'refusalReason barredUntil documents { id kind }');
    expect(seen).toMatchObject({ refusalReason: reason, barredUntil: '2027-03-06' });
    const notice = seen.documents.find(({ kind }: { kind: string }) => kind === 'FINAL_REFUSAL');
    const pdf = Buffer.from(await (await client.get(`/documents/${notice.id}`)).arrayBuffer());
    const [page] = await readPdf(pdf);
    expect(page!.left).toContain('тұрақты тұруға рұқсат беруден түпкілікті бас тарту туралы ХАБАРЛАМА');
    // The bar ends on 6 March 2027, inclusive.
    for (const column of [page!.left, page!.right])
      expect(column).toEqual(expect.stringMatching(/Құжаттар сәйкес келмейді.*07\.03\.2027.*06\.03\.2026/));
  });

  test('on 29 February the year ends on 28 February', async () => {
    const { kkq } = officersOf(product);
    const nomad = await reviewed();
    product.clock.set('2028-02-29T12:00:00+05:00');
    await act(kkq, 'decideFinal', { ...permit(nomad), approves: false, reason: 'Other documents.' });
    expect(await readCase(nomad.client, nomad.caseId, 'barredUntil')).toEqual({ barredUntil: '2029-02-28' });
  });

  test('needs a reason in letters that are printed, and the repeated checks', async () => {
    const { kkq } = officersOf(product);
    const refuse = { approves: false, reason: 'Other documents.' };
    const [unchecked, checked] = [await reviewed('checks'), await reviewed()];
    expect((await send(kkq, 'decideFinal', { ...permit(unchecked), ...refuse })).codes).toEqual(['WRONG_STATE']);
    const without = await send(kkq, 'decideFinal', { ...permit(checked), ...refuse, reason: ' ' });
    expect(problemsOf(without)).toEqual([['TEXT_EMPTY', 'reason', 'B§24']]);
    const foreign = await send(kkq, 'decideFinal', { ...permit(checked), ...refuse, reason: '書類が不足' });
    expect(problemsOf(foreign)).toEqual([['NOTICE_LETTERS', 'reason', 'B§24']]);
  });
});

describe('the comparison', () => {
  const field = 'documentComparison { field earlier now earlierDocumentId documentId same agrees remark }';

  test('shows what was given earlier beside what is there now, field by field', async () => {
    const { kkq } = officersOf(product);
    const nomad = await approvedCase(product);
    await inFinalReview(product, nomad, {
      latinName: { surname: 'nomad', givenNames: 'LINA MARIA' },
      number: 'N99',
      expiresOn: '2036-01-31',
    });
    const { documentComparison, documents } = await readCase(kkq, nomad.caseId, `${field} documents { id kind stage }`);
    const data = documentComparison.filter(({ same }: { same: boolean | null }) => same !== null);
    const told = data.map((each: Record<string, unknown>) => [each.field, each.earlier, each.now, each.same]);
    expect(told).toEqual([
      ['LATIN_SURNAME', 'NOMAD', 'nomad', true],
      ['LATIN_GIVEN_NAMES', nomad.person.latinName.givenNames, 'LINA MARIA', false],
      ['BIRTH_DATE', '1985-03-12', '1985-03-12', true],
      ['CITIZENSHIP', 'D', 'D', true],
      ['PASSPORT_COUNTRY', 'D', 'D', true],
      ['PASSPORT_NUMBER', nomad.person.documentNumber, 'N99', false],
      ['PASSPORT_EXPIRY', '2033-10-31', '2036-01-31', false],
    ]);
    const photo = documentComparison.find((each: { field: string }) => each.field === 'PORTRAIT_PHOTO');
    const present = documents.find(
      ({ kind, stage }: Record<string, string>) => kind === 'PORTRAIT_PHOTO' && stage === 'FINAL',
    );
    expect(photo).toEqual({
      field: 'PORTRAIT_PHOTO',
      earlier: null,
      now: null,
      earlierDocumentId: nomad.earlier.PORTRAIT_PHOTO,
      documentId: present.id,
      same: null,
      agrees: null,
      remark: null,
    });
  });

  test('every difference and every document has to be confirmed or marked; a difference and a mark with a remark', async () => {
    const { kkq } = officersOf(product);
    const nomad = await approvedCase(product);
    const { version: expectedVersion } = await inFinalReview(product, nomad, { number: 'N99' });
    const input = { id: nomad.caseId, expectedVersion };
    const [, ...others] = documentsAgree;
    const answer = await send(kkq, 'compareDocuments', {
      ...input,
      findings: [...others, { field: 'PORTRAIT_PHOTO', agrees: true }, { field: 'CITIZENSHIP', agrees: false }],
    });
    expect(problemsOf(answer)).toEqual([
      ['FINDING_MISSING', 'findings', 'B§22'],
      ['FINDING_MISSING', 'findings', 'B§22'],
      ['FINDING_TWICE', 'findings.8.field', 'B§22'],
      ['TEXT_EMPTY', 'findings.9.remark', 'B§22'],
    ]);
    const unremarked = [...documentsAgree, { field: 'PASSPORT_NUMBER', agrees: true, remark: ' ' }];
    expect(problemsOf(await send(kkq, 'compareDocuments', { ...input, findings: unremarked }))).toEqual([
      ['TEXT_EMPTY', 'findings.9.remark', 'B§22'],
    ]);
    const remark = 'A new passport of 2026.';
    const findings = [
      ...others,
      { field: 'IDENTITY_DOCUMENT', agrees: false, remark: 'Another photo.' },
      { field: 'PASSPORT_NUMBER', agrees: true, remark },
    ];
    await act(kkq, 'compareDocuments', { ...input, findings });
    const { documentComparison } = await readCase(kkq, nomad.caseId, field);
    const found = (name: string) => documentComparison.find((each: { field: string }) => each.field === name) as object;
    expect(found('PASSPORT_NUMBER')).toMatchObject({ now: 'N99', same: false, agrees: true, remark });
    expect(found('IDENTITY_DOCUMENT')).toMatchObject({ agrees: false, remark: 'Another photo.' });
    expect(found('CITIZENSHIP')).toMatchObject({ same: true, agrees: true, remark: null });
  });

  test("is the migration service's: neither the person nor the service centre sees it", async () => {
    const { psc } = officersOf(product);
    const nomad = await reviewed();
    for (const client of [psc, nomad.client]) {
      const text = 'query C($id: ID!) { residenceCase(id: $id) { documentComparison { field } } }';
      expect((await client.send(text, { id: nomad.caseId })).codes).toEqual(['FORBIDDEN']);
      const { history } = await readCase(client, nomad.caseId, 'history { kind }');
      expect(history).not.toContainEqual({ kind: 'COMPARE_DOCUMENTS' });
    }
  });

  test('is not possible before the originals were received', async () => {
    const { kkq } = officersOf(product);
    const { caseId: id } = await approvedCase(product);
    expect((await send(kkq, 'compareDocuments', { id, expectedVersion: 1, findings: [] })).codes).toEqual([
      'WRONG_STATE',
    ]);
    expect(await readCase(kkq, id, 'documentComparison { field }')).toEqual({ documentComparison: null });
  });
});
