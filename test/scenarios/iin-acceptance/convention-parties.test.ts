import { beforeEach, describe, expect, test } from '@jest/globals';
import { paper, play, product } from './scenarios.ts';

// A§6, note: the parties of the conventions are data; an administrator corrects them, and whoever registers from then on goes by it.

beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const fields = 'id version convention country from until source';
const setMutation = `mutation Set($input: SetConventionPartyInput!) { setConventionParty(input: $input) { conventionParty { ${fields} } } }`;
const administrator = () => product.as('state_corporation');

async function set(input: object) {
  return (await administrator().ask(setMutation, { input })).setConventionParty.conventionParty;
}

interface Party {
  id: string;
  version: number;
  convention: string;
  country: string;
  from: string;
  until: string | null;
  source: string;
}

async function parties(told: { convention?: string; on?: string } = {}): Promise<Party[]> {
  const query = `query P($convention: Convention, $on: Date) { conventionParties(first: 100, convention: $convention, on: $on) {
    totalCount edges { node { ${fields} } } } }`;
  const { conventionParties } = await product.anybody().ask(query, told);
  const nodes = conventionParties.edges.map(({ node }: { node: Party }) => node) as Party[];
  expect(conventionParties.totalCount).toBe(nodes.length);
  return nodes;
}

/** A state's only period in the Minsk convention, as the input that would leave it as it is. */
async function inMinsk(country: string) {
  const { version, ...party } = (await parties({ convention: 'MINSK_1993' })).find((each) => each.country === country)!;
  return { ...party, expectedVersion: version, reason: 'Letter of the depositary' };
}

/** Somebody with a disability brings a certificate under the coat of arms of a state, neither legalised nor apostilled. */
function unattested(issuingCountry: string) {
  const certificate = paper('DISABILITY_CERTIFICATE', { issuingCountry, stateSeal: true });
  return play(product.as('consul'), 'PERSON_WITH_DISABILITY', { brings: [certificate] });
}

const refused = ['DOCUMENT_NOT_ATTESTED DISABILITY_CERTIFICATE, A§6'];
const problemsOf = async (input: object) =>
  (await administrator().send(setMutation, { input })).errors[0]?.extensions.problems?.map(({ code, path }) =>
    [code, ...path].join(' '),
  );

describe('the parties of a convention', () => {
  test('are read by everybody: all of them, those of one convention, those of a day', async () => {
    expect(await parties()).toHaveLength(18);
    const chisinau = await parties({ convention: 'CHISINAU_2002' });
    expect(chisinau.map(({ country }) => country)).toEqual(['ARM', 'AZE', 'BLR', 'KAZ', 'KGZ', 'TJK']);
    const ukraine = async (on: string) =>
      (await parties({ convention: 'MINSK_1993', on })).filter(({ country }) => country === 'UKR').length;
    expect(await ukraine('1995-04-13')).toBe(0);
    expect(await ukraine('1995-04-14')).toBe(1);
    expect(await ukraine('2024-05-18')).toBe(1);
    expect(await ukraine('2024-05-19')).toBe(0);
  });
});

describe('an administrator corrects the last day of Ukraine', () => {
  test('to a later one: its sealed documents, refused before, are accepted until that day', async () => {
    expect(await unattested('UKR')).toEqual(refused);
    const corrected = await set({ ...(await inMinsk('UKR')), until: '2026-03-02', source: 'Law of Ukraine' });
    expect(corrected).toMatchObject({ version: 2, from: '1995-04-14', until: '2026-03-02', source: 'Law of Ukraine' });
    expect(await unattested('UKR')).toBe('accepted');
    product.clock.set('2026-03-03T00:00:00+05:00');
    expect(await unattested('UKR')).toEqual(refused);
  });

  test('back to the earlier one: they are refused again', async () => {
    expect(await unattested('UKR')).toBe('accepted');
    await set({ ...(await inMinsk('UKR')), until: '2024-05-18' });
    expect(await unattested('UKR')).toEqual(refused);
  });

  test('leaves behind what it was before, who corrected it, when and why; for those who administer and audit', async () => {
    const query = `{ conventionParties(first: 100, convention: MINSK_1993) { edges { node { id country changes {
      at by { name } reason before { from until source } } } } } }`;
    const at = '2026-03-02T10:00:00.000+05:00';
    const reason = 'Letter of the depositary';
    for (const reader of [administrator(), product.as('auditor')]) {
      const { edges } = (await reader.ask(query)).conventionParties as {
        edges: { node: { id: string; country: string; changes: object[] } }[];
      };
      const { id, changes } = edges.find(({ node }) => node.country === 'UKR')!.node;
      const by = { name: 'Aigerim Demo' };
      expect(changes).toEqual([
        {
          at,
          by,
          reason,
          before: { from: '1995-04-14', until: '2024-05-18', source: expect.stringContaining('2783-IX') },
        },
        { at, by, reason, before: { from: '1995-04-14', until: '2026-03-02', source: 'Law of Ukraine' } },
      ]);
      const { rows } = await product.database.query(
        `select kind, outcome from audit.journal where action = 'setConventionParty' and $1 = any(subjects)`,
        [id],
      );
      expect(rows).toEqual([
        { kind: 'COMMAND', outcome: 'DONE' },
        { kind: 'COMMAND', outcome: 'DONE' },
      ]);
    }
    expect((await product.as('consul').send(query)).codes[0]).toBe('FORBIDDEN');
  });
});

describe('an administrator', () => {
  const mongolia = {
    convention: 'CHISINAU_2002',
    country: 'MNG',
    from: '2026-03-02',
    source: 'Note of the depositary',
    reason: 'Accession',
  };

  test('adds a state, which is bound from its first day on', async () => {
    expect(await unattested('MNG')).toEqual(refused);
    expect(await set({ ...mongolia, from: '2026-03-03' })).toMatchObject({ version: 1, country: 'MNG', until: null });
    expect(await unattested('MNG')).toEqual(refused);
    product.clock.set('2026-03-03T00:00:00+05:00');
    expect(await unattested('MNG')).toBe('accepted');
  });

  test('ends the days of a state, whose documents are refused from the day after', async () => {
    expect(await unattested('TKM')).toBe('accepted');
    await set({ ...(await inMinsk('TKM')), until: '2026-03-01' });
    expect(await unattested('TKM')).toEqual(refused);
  });

  test('is nobody else', async () => {
    for (const role of ['manager', 'iin_operator', 'consul', 'auditor'] as const)
      expect((await product.as(role).send(setMutation, { input: mongolia })).codes).toEqual(['FORBIDDEN']);
    expect((await product.anybody().send(setMutation, { input: mongolia })).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('is told every problem at once', async () => {
    const input = { ...mongolia, country: 'XXA', until: '2026-03-01', source: ' ', reason: '' };
    expect(await problemsOf(input)).toEqual([
      'PARTY_NO_STATE country',
      'PERIOD_BACKWARDS until',
      'TEXT_EMPTY source',
      'REASON_EMPTY reason',
    ]);
    expect(await problemsOf({ ...mongolia, country: 'BLR' })).toEqual(['PARTY_PERIODS_OVERLAP from']);
  });

  test('and another one who add the same state at one moment add it once', async () => {
    const input = { ...mongolia, country: 'SRB' };
    const answers = await Promise.all(
      ['2026-03-02', '2026-03-03', '2026-03-04'].map((from) =>
        administrator().send(setMutation, { input: { ...input, from } }),
      ),
    );
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  test('changes nothing on top of a version that is not the present one, nor what is of another state', async () => {
    const known = await inMinsk('MDA');
    await set({ ...known, source: 'Note' });
    for (const version of [{}, { expectedVersion: null }]) {
      const { errors } = await administrator().send(setMutation, { input: { ...known, ...version } });
      expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    }
    for (const other of [{ country: 'GEO' }, { convention: 'CHISINAU_2002' }, { id: 'nothing' }])
      expect((await administrator().send(setMutation, { input: { ...known, ...other } })).codes).toEqual(['NOT_FOUND']);
  });

  test('who repeats with the same key changes nothing', async () => {
    const input = { ...(await inMinsk('GEO')), source: 'Note', idempotencyKey: 'once' };
    expect(await set(input)).toMatchObject({ version: 2 });
    expect(await set(input)).toMatchObject({ version: 2 });
  });
});
