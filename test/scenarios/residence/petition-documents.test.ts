import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { smallPdf } from '../../support/counter.ts';
import { nomad } from '../../support/nomads.ts';
import type { Nomad } from '../../support/nomads.ts';
import { attachPapers, papers, picture, problemsOf, trySubmit } from '../../support/petitions.ts';
import type { Paper } from '../../support/petitions.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// B§4: what a petition needs, on 2 March 2026. 180 days after it is 29 August 2026.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

/** Somebody brings these papers; answers what came of it. */
async function bring(
  brought: readonly Paper[],
  { person, ...more }: { person?: Nomad; permanentResidence?: string } = {},
): Promise<{ outcome: unknown; problems: unknown; documentIds: string[] }> {
  const who = person ?? (await nomad(product));
  const documentIds = await attachPapers(who, brought);
  const application = { applicantId: who.applicantId, applicantVersion: 1, documentIds, ...more };
  const { outcome, error } = await trySubmit(who.client, { consent: true, application });
  return { outcome: outcome && outcome.state, problems: problemsOf(error), documentIds };
}

/** Everything that is needed, with one paper told differently. */
async function with_(kind: string, ...instead: Paper[]): Promise<Paper[]> {
  return (await papers()).flatMap((paper) =>
    paper.kind === kind ? instead.map((one) => ({ ...paper, ...one })) : [paper],
  );
}

const accepted = { outcome: 'SUBMITTED', problems: undefined };
const refused = (...problems: [string, (string | number)[]][]) => ({
  outcome: null,
  problems: problems.map(([code, path]) => [code, ['application', ...path]]),
});

describe('what is brought', () => {
  test('is complete without a diploma, and with one', async () => {
    expect(await bring(await papers())).toMatchObject(accepted);
    expect(await bring([...(await papers()), { kind: 'IT_DIPLOMA', stateSeal: false }])).toMatchObject(accepted);
  });

  test('is copied into the petition with its facts, as a paper file would hold it', async () => {
    const { documentIds } = await bring(await papers());
    const { rows } = await product.database.query<object>(
      'select id, stage, kind, facts from residence.case_document where id = any ($1) order by kind',
      [documentIds],
    );
    expect(rows).toHaveLength(7);
    expect(rows[0]).toMatchObject({
      stage: 'PETITION',
      kind: 'CRIMINAL_RECORD_CERTIFICATE',
      facts: { issuingCountry: 'D', stateSeal: true, issuedOn: '2025-10-01' },
    });
  });

  test('nothing at all: everything that is missing is told at once, and nothing is registered', async () => {
    const person = await nomad(product);
    expect(await bring([], { person })).toMatchObject(
      refused(
        ['PASSPORT_COPY_MISSING', ['documentIds']],
        ['PORTFOLIO_MISSING', ['documentIds']],
        ['PHOTO_MISSING', ['documentIds']],
        ['TRAINING_CERTIFICATE_MISSING', ['documentIds']],
        ['CURRICULUM_VITAE_MISSING', ['documentIds']],
        ['MOTIVATION_LETTER_MISSING', ['documentIds']],
        ['CRIMINAL_RECORD_MISSING', ['documentIds']],
      ),
    );
    const { rows } = await product.database.query('select id from residence.petition where iin = $1', [person.iin]);
    expect(rows).toEqual([]);
  });

  test('several faults of several papers are told at once, each at its paper', async () => {
    const person = await nomad(product, { passportUntil: '2026-08-29' });
    const brought = [
      { kind: 'IDENTITY_DOCUMENT', expiresOn: '2026-08-29' },
      { kind: 'PORTRAIT_PHOTO', bytes: await picture(300, 300) },
      { kind: 'CRIMINAL_RECORD_CERTIFICATE', stateSeal: true, issuingCountry: 'FRA', expiresOn: '2026-03-01' },
      { kind: 'BIRTH_CERTIFICATE', stateSeal: false },
      { kind: 'IT_PORTFOLIO', experienceMonths: 1 },
      { kind: 'CURRICULUM_VITAE' },
    ];
    expect(await bring(brought, { person })).toMatchObject(
      refused(
        ['PASSPORT_VALIDITY', ['applicantId']],
        ['TRAINING_CERTIFICATE_MISSING', ['documentIds']],
        ['MOTIVATION_LETTER_MISSING', ['documentIds']],
        ['PASSPORT_VALIDITY', ['documentIds', 0]],
        ['PHOTO_PROPORTIONS', ['documentIds', 1]],
        ['PHOTO_TOO_SMALL', ['documentIds', 1]],
        ['CRIMINAL_RECORD_STATE', ['documentIds', 2]],
        ['DOCUMENT_HAS_EXPIRED', ['documentIds', 2]],
        ['DOCUMENT_NOT_ASKED_FOR', ['documentIds', 3]],
      ),
    );
  });

  test('is told in the language of the person, with its paragraph', async () => {
    const person = await nomad(product);
    const application = { applicantId: person.applicantId, applicantVersion: 1, documentIds: [] };
    const query = 'mutation S($input: SubmitPetitionInput!) { submitPetition(input: $input) { __typename } }';
    const { errors } = await person.client.send(query, { input: { consent: true, application } }, 'kk');
    expect(errors[0]?.extensions.problems?.[2]).toEqual({
      code: 'PHOTO_MISSING',
      path: ['application', 'documentIds'],
      message: '35×45 мм портреттік сурет жоқ.',
      reference: 'B§4',
    });
  });

  test('is one’s own, and each paper once', async () => {
    const [person, somebody] = [await nomad(product), await nomad(product)];
    const [theirs] = await attachPapers(somebody, [{ kind: 'CURRICULUM_VITAE' }]);
    const documentIds = await attachPapers(person, await papers());
    const application = {
      applicantId: person.applicantId,
      applicantVersion: 1,
      documentIds: [theirs, ...documentIds, documentIds[0]],
    };
    const { error } = await trySubmit(person.client, { consent: true, application });
    expect(problemsOf(error)).toEqual([
      ['DOCUMENT_NOT_ATTACHED', ['application', 'documentIds', 0]],
      ['DOCUMENT_REPEATED', ['application', 'documentIds', 8]],
    ]);
    const foreign = { ...application, applicantId: somebody.applicantId };
    const { error: notFound } = await trySubmit(person.client, { consent: true, application: foreign });
    expect(notFound?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('the passport is valid for more than 180 calendar days on the day of application', () => {
  test.each([
    ['180 days are too few', '2026-08-29', false],
    ['181 days are enough', '2026-08-30', true],
  ])('%s', async (_what, until, enough) => {
    const person = await nomad(product, { passportUntil: until });
    const found = await bring(await with_('IDENTITY_DOCUMENT', { kind: 'IDENTITY_DOCUMENT', expiresOn: until }), {
      person,
    });
    expect(found).toMatchObject(
      enough ? accepted : refused(['PASSPORT_VALIDITY', ['applicantId']], ['PASSPORT_VALIDITY', ['documentIds', 0]]),
    );
  });

  test('the copy may say nothing of it; when it does, it counts too', async () => {
    const passport = (expiresOn: string | null) => with_('IDENTITY_DOCUMENT', { kind: 'IDENTITY_DOCUMENT', expiresOn });
    expect(await bring(await passport(null))).toMatchObject(accepted);
    expect(await bring(await passport('2026-08-29'))).toMatchObject(refused(['PASSPORT_VALIDITY', ['documentIds', 0]]));
  });

  test('the day is that of Astana', async () => {
    // 23:30 of 2 March in Berlin is 3 March in Astana: one day fewer is left.
    product.clock.set('2026-03-02T23:30:00+01:00');
    const person = await nomad(product, { passportUntil: '2026-08-30' });
    expect(await bring(await papers(), { person })).toMatchObject(refused(['PASSPORT_VALIDITY', ['applicantId']]));
  });
});

describe('the portrait photo is 35×45 mm, in the picture itself', () => {
  const photo = (bytes: Uint8Array) => with_('PORTRAIT_PHOTO', { kind: 'PORTRAIT_PHOTO', bytes });

  test('a scan in a PDF does not do, nor another format, nor too few pixels', async () => {
    const place = ['documentIds', 2];
    expect(await bring(await photo(smallPdf))).toMatchObject(refused(['PHOTO_NOT_A_PICTURE', place]));
    expect(await bring(await photo(await picture(900, 1200)))).toMatchObject(refused(['PHOTO_PROPORTIONS', place]));
    expect(await bring(await photo(await picture(412, 530)))).toMatchObject(refused(['PHOTO_TOO_SMALL', place]));
    expect(await bring(await photo(await picture(827, 1063)))).toMatchObject(accepted);
  });
});

describe('the document on the criminal record is issued by the state of citizenship or of permanent residence', () => {
  const record = (issuingCountry: string) =>
    with_('CRIMINAL_RECORD_CERTIFICATE', { kind: 'CRIMINAL_RECORD_CERTIFICATE', issuingCountry });

  test('that of another state does when it is told to be that of permanent residence', async () => {
    const problem = refused(['CRIMINAL_RECORD_STATE', ['documentIds', 6]]);
    expect(await bring(await record('FRA'))).toMatchObject(problem);
    expect(await bring(await record('FRA'), { permanentResidence: 'ITA' })).toMatchObject(problem);
    expect(await bring(await record('FRA'), { permanentResidence: 'FRA' })).toMatchObject(accepted);
    expect(await bring(await record('D'), { permanentResidence: 'FRA' })).toMatchObject(accepted);
  });
});

describe('one open petition at a time', () => {
  const submit = async (person: Nomad, documentIds: string[]) =>
    trySubmit(person.client, {
      consent: true,
      application: { applicantId: person.applicantId, applicantVersion: 1, documentIds },
    });

  test('a second one is refused until the first one is at its end', async () => {
    const person = await nomad(product);
    const documentIds = await attachPapers(person, await papers());
    const { outcome } = await submit(person, documentIds);
    expect(problemsOf((await submit(person, documentIds)).error)).toEqual([['PETITION_OPEN_ALREADY', ['application']]]);
    await person.client.ask(
      'mutation W($input: PetitionInput!) { withdrawPetition(input: $input) { petition { id } } }',
      {
        input: { id: outcome!.id, expectedVersion: 1 },
      },
    );
    expect((await submit(person, documentIds)).outcome).toMatchObject({ state: 'SUBMITTED' });
  });

  test('of two at the same moment one is registered', async () => {
    const person = await nomad(product);
    const documentIds = await attachPapers(person, await papers());
    const both = await Promise.all([submit(person, documentIds), submit(person, documentIds)]);
    expect(both.filter(({ outcome }) => outcome)).toHaveLength(1);
    const [loser] = both.filter(({ error }) => error);
    expect(['CONFLICT', 'BAD_USER_INPUT']).toContain(loser!.error!.extensions.code);
    const { rows } = await product.database.query('select id from residence.petition where iin = $1', [person.iin]);
    expect(rows).toHaveLength(1);
  });

  test('a stale version of the applicant is CONFLICT', async () => {
    const person = await nomad(product);
    const application = { applicantId: person.applicantId, applicantVersion: 2, documentIds: [] };
    const { error } = await trySubmit(person.client, { consent: true, application });
    expect(error?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
  });
});
