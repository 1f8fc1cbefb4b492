import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { acceptanceReasons } from '../../subgraphs/iin/rules/acceptance.ts';
import { categories } from '../../subgraphs/iin/rules/categories.ts';
import type { BroughtDocument } from '../../subgraphs/iin/rules/document-faults.ts';
import { documentKinds } from '../../subgraphs/kit/graph/document-kinds.ts';

// Whoever comes, with whatever papers: the rules accept exactly whom a reading of A§4 and A§6 by hand accepts. The oracle asks category by category, in
// plain comparisons of texts and numbers, and shares nothing with the rules.

const today = '2026-03-02';

/** Georgia is bound until today, Moldova from tomorrow, Belarus since long. */
const parties = [
  { country: 'GEO', validFrom: '1996-07-11', validUntil: '2026-03-02' },
  { country: 'MDA', validFrom: '2026-03-03', validUntil: null },
  { country: 'BLR', validFrom: '1994-05-19', validUntil: null },
];

type Told = Omit<BroughtDocument, 'expiresOn' | 'appointedOn'> & {
  expiresOn: string | null;
  appointedOn: string | null;
};
interface Visitor {
  category: (typeof categories)[number];
  born: string;
  passportUntil: string;
  consented: boolean;
  papers: Told[];
}

/** Whether A§4 and A§6 let the visitor be registered on 2 March 2026. */
function allowed({ category, born, passportUntil, consented, papers }: Visitor): boolean {
  const has = (kind: string, holds: (paper: Told) => boolean = () => true) =>
    papers.some((paper) => paper.kind === kind && (paper.expiresOn ?? '9999') >= today && holds(paper));
  const compared = (paper: Told) => paper.originalShown;
  const goodAbroad = ({ attested, issuingCountry }: Told) =>
    attested || ['KAZ', 'GEO', 'BLR'].includes(issuingCountry ?? '?');
  const sealed = (paper: Told) => paper.stateSeal !== true || goodAbroad(paper);
  const readable = ({ detailsToTranslate, translation }: Told) =>
    detailsToTranslate.length === 0 || translation === 'NOTARISED';

  const everybody =
    has('APPLICATION_FORM') &&
    has('IDENTITY_DOCUMENT', (paper) => compared(paper) && readable(paper)) &&
    passportUntil >= today &&
    consented;
  if (!everybody) return false;

  const act = (more: (paper: Told) => boolean = () => true) =>
    has('APPOINTMENT_ACT', (paper) => compared(paper) && sealed(paper) && more(paper));
  switch (category) {
    case 'POTENTIAL_INVESTOR':
      return [
        'FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP',
        'INVESTMENT_CONTRACT',
        'STATE_BODY_RECOMMENDATION',
        'AIFC_RECOMMENDATION',
      ].some((kind) => has(kind, (paper) => compared(paper) && sealed(paper)));
    case 'GOODS_MARKING_PARTICIPANT':
    case 'LEGAL_ENTITY_HEAD':
      return act();
    case 'SPOUSE_OF_CITIZEN':
      return (
        has('SPOUSE_IDENTITY_DOCUMENT', compared) &&
        has(
          'MARRIAGE_CERTIFICATE',
          (paper) =>
            compared(paper) &&
            goodAbroad(paper) &&
            (/kk|ru/.test((paper.languages ?? []).join()) || paper.translation !== 'NONE'),
        )
      );
    case 'CHILD_OF_CITIZEN':
      return (
        born > '2010-03-02' &&
        has('BIRTH_CERTIFICATE', sealed) &&
        has('PARENT_IDENTITY_DOCUMENT', (paper) => compared(paper) && paper.provesCitizenshipOf === 'KAZ')
      );
    case 'HEIR':
      return has('DEATH_CERTIFICATE', (paper) => compared(paper) && sealed(paper)) && has('INHERITANCE_PROOF', sealed);
    case 'DIGITAL_NOMAD': {
      const schooled = ['IT_DIPLOMA', 'IT_TRAINING_CERTIFICATE'].some((kind) =>
        has(kind, (paper) => compared(paper) && sealed(paper)),
      );
      const experienced = has(
        'IT_PORTFOLIO',
        (paper) => compared(paper) && sealed(paper) && (paper.experienceMonths ?? 0) >= 37,
      );
      return (schooled && experienced) || act(({ appointedOn }) => (appointedOn ?? '9999') <= '2025-03-02');
    }
    case 'PERSON_WITH_DISABILITY':
      return has('DISABILITY_CERTIFICATE', (paper) => compared(paper) && sealed(paper));
    case 'AGE_65_PLUS':
      return born <= '1961-03-02';
    case 'PLANT_PROTECTION_PRODUCER':
      return has('ACTIVITY_PROOF', sealed);
    case 'REPRESENTATION_STAFF':
      return true;
  }
}

const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const paper = fc.record<Told>({
  kind: fc.constantFrom(...documentKinds),
  expiresOn: mostly<string | null>(null, '2026-03-01', '2026-03-02', '2026-03-03'),
  originalShown: mostly(true, false),
  issuingCountry: fc.constantFrom(null, 'KAZ', 'GEO', 'MDA', 'BLR', 'CHN'),
  stateSeal: fc.constantFrom(null, true, false),
  attested: fc.boolean(),
  languages: fc.constantFrom(null, ['kk'], ['ru', 'zh'], ['zh']),
  detailsToTranslate: mostly<string[]>([], ['SURNAME'], ['BIRTH_PLACE', 'PATRONYMIC']),
  translation: fc.constantFrom('NONE', 'TRANSLATOR_CERTIFIED', 'NOTARISED'),
  provesCitizenshipOf: fc.constantFrom(null, 'KAZ', 'RUS'),
  experienceMonths: fc.constantFrom(null, 0, 36, 37, 120),
  appointedOn: fc.constantFrom(null, '2025-03-01', '2025-03-02', '2025-03-03', '2026-03-02', '2027-01-01'),
});

/** Papers of every kind now and then, so that many sets are complete. */
const papers = fc.oneof(
  fc.array(paper, { maxLength: 8 }),
  fc.tuple(...documentKinds.map((kind) => paper.map((each) => ({ ...each, kind })))),
  fc
    .tuple(...documentKinds.map((kind) => paper.map((each) => ({ ...each, kind }))))
    .chain((all) => fc.shuffledSubarray(all, { minLength: 12 })),
);

const visitor = fc.record<Visitor>({
  category: fc.constantFrom(...categories),
  born: fc.constantFrom(
    '1961-03-01',
    '1961-03-02',
    '1961-03-03',
    '1980-01-01',
    '2010-03-02',
    '2010-03-03',
    '2020-01-01',
  ),
  passportUntil: mostly('2030-01-01', '2026-03-01', '2026-03-02'),
  consented: mostly(true, false),
  papers,
});

const date = (text: string) => Temporal.PlainDate.from(text);
const dateOrNull = (text: string | null) => (text === null ? null : date(text));

function reasons({ category, born, passportUntil, consented, papers }: Visitor) {
  return acceptanceReasons(
    category,
    {
      birthDate: date(born),
      identityExpiresOn: date(passportUntil),
      consented,
      documents: papers.map((each) => ({
        ...each,
        expiresOn: dateOrNull(each.expiresOn),
        appointedOn: dateOrNull(each.appointedOn),
      })),
    },
    date(today),
    parties.map((party) => ({
      ...party,
      validFrom: date(party.validFrom),
      validUntil: dateOrNull(party.validUntil),
    })),
  );
}

test('the rules accept whom the order accepts', () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(visitor, (comes) => {
      const accepted = reasons(comes).length === 0;
      seen[accepted ? 'accepted' : 'refused'] += 1;
      return accepted === allowed(comes);
    }),
    { numRuns: 5_000 },
  );
  // Neither answer is rare, or little would have been compared.
  expect(seen.accepted).toBeGreaterThan(300);
  expect(seen.refused).toBeGreaterThan(300);
});

test('no reason is said twice, and none without words', () => {
  fc.assert(
    fc.property(visitor, (comes) => {
      const found = reasons(comes);
      const said = found.map(({ code, documents }) => [code, ...documents].join());
      expect(new Set(said).size).toBe(said.length);
      for (const { text } of found) for (const words of Object.values(text)) expect(words).toMatch(/^\p{Lu}.{10,}\.$/u);
    }),
    { numRuns: 1_000 },
  );
});

test('one more good paper never makes things worse', () => {
  fc.assert(
    fc.property(visitor, paper, (comes, more) => {
      fc.pre(reasons(comes).length === 0);
      return reasons({ ...comes, papers: [...comes.papers, more] }).length === 0;
    }),
    { numRuns: 500 },
  );
});
