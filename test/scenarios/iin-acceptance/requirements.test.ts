import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../support/graph-client.ts';
import { paper, play, product, today } from './scenarios.ts';
import type { Scenario } from './scenarios.ts';

// Anybody asks before they travel: where to apply, and what to bring (A§4, A§6). What is told is what decides.

/** A requirement as the graph tells it. */
interface Requirement {
  number: string;
  partOf: string | null;
  kind: 'ALL_OF' | 'ONE_OF' | 'DOCUMENT';
  text: { kk: string; ru: string; en: string };
  document: Record<'kind' | 'presentation' | 'attestation' | 'translation', string> | null;
}

const query = readFileSync('schema/operations/applicant/iin-requirements.graphql', 'utf8');

async function requirementsOf(category: string): Promise<Answer['data']> {
  return (await product.anybody().ask(query, { category })).iinRequirements;
}

/** The parts of a group, or what stands at the top. */
function partsOf(list: Requirement[], group: string | null): Requirement[] {
  return list.filter(({ partOf }) => partOf === group);
}

/** The tree in one line: `a + b` for both, `(a | b)` for one of them. */
function inOneLine(list: Requirement[], group: string | null = null): string {
  const words = partsOf(list, group).map(({ kind, document, number }) => {
    if (kind === 'DOCUMENT') return document!.kind;
    return kind === 'ONE_OF' ? `(${inOneLine(list, number)})` : inOneLine(list, number);
  });
  return words.join(list.find(({ number }) => number === group)?.kind === 'ONE_OF' ? ' | ' : ' + ');
}

describe('what to bring, and where to', () => {
  test.each([
    [
      'POTENTIAL_INVESTOR',
      ' + (FOREIGN_INVESTORS_COUNCIL_MEMBERSHIP | INVESTMENT_CONTRACT | STATE_BODY_RECOMMENDATION | AIFC_RECOMMENDATION)',
    ],
    ['GOODS_MARKING_PARTICIPANT', ' + APPOINTMENT_ACT'],
    ['SPOUSE_OF_CITIZEN', ' + MARRIAGE_CERTIFICATE + SPOUSE_IDENTITY_DOCUMENT'],
    ['CHILD_OF_CITIZEN', ' + BIRTH_CERTIFICATE + PARENT_IDENTITY_DOCUMENT'],
    ['HEIR', ' + DEATH_CERTIFICATE + INHERITANCE_PROOF'],
    ['DIGITAL_NOMAD', ' + ((IT_DIPLOMA | IT_TRAINING_CERTIFICATE) + IT_PORTFOLIO | APPOINTMENT_ACT)'],
    ['PERSON_WITH_DISABILITY', ' + DISABILITY_CERTIFICATE'],
    ['AGE_65_PLUS', ''],
    ['PLANT_PROTECTION_PRODUCER', ' + ACTIVITY_PROOF'],
    ['LEGAL_ENTITY_HEAD', ' + APPOINTMENT_ACT'],
    ['REPRESENTATION_STAFF', ''],
  ])('%s: the form, the passport%s', async (category, added) => {
    const told = await requirementsOf(category);
    expect(inOneLine(told.requirements)).toBe(`APPLICATION_FORM + IDENTITY_DOCUMENT${added}`);
    expect(told.channel).toBe(category === 'REPRESENTATION_STAFF' ? 'MFA' : 'MISSION');
    expect(told.place.en).toMatch(category === 'REPRESENTATION_STAFF' ? /Ministry of Foreign Affairs/ : /mission/);
  });

  test('each thing has its number, and names the group that it is part of', async () => {
    const told: Requirement[] = (await requirementsOf('DIGITAL_NOMAD')).requirements;
    expect(told.map(({ number, kind, document }) => [number, document?.kind ?? kind].join(' '))).toEqual([
      '1 APPLICATION_FORM',
      '2 IDENTITY_DOCUMENT',
      '3 ONE_OF',
      '3.1 ALL_OF',
      '3.1.1 ONE_OF',
      '3.1.1.1 IT_DIPLOMA',
      '3.1.1.2 IT_TRAINING_CERTIFICATE',
      '3.1.2 IT_PORTFOLIO',
      '3.2 APPOINTMENT_ACT',
    ]);
    for (const { number, partOf } of told) expect(partOf).toBe(number.replace(/\.?\d+$/, '') || null);
  });

  test('an age is told of children and of the elderly, and of nobody else', async () => {
    expect((await requirementsOf('CHILD_OF_CITIZEN')).age).toMatchObject({
      atLeast: null,
      under: 16,
      text: { ru: 'в день обращения младше 16 лет' },
    });
    expect((await requirementsOf('AGE_65_PLUS')).age).toMatchObject({
      atLeast: 65,
      under: null,
      text: { kk: 'өтініш берілген күні 65 жасқа толған' },
    });
    expect((await requirementsOf('HEIR')).age).toBeNull();
  });

  test.each([
    // A§6: copies with the original, but for those that are named.
    ['REPRESENTATION_STAFF', 'APPLICATION_FORM', 'DOCUMENT NEVER NEVER'],
    ['REPRESENTATION_STAFF', 'IDENTITY_DOCUMENT', 'COPY_WITH_ORIGINAL NEVER WHEN_DETAILS_MISSING'],
    ['POTENTIAL_INVESTOR', 'INVESTMENT_CONTRACT', 'COPY_WITH_ORIGINAL WHEN_SEALED NEVER'],
    ['POTENTIAL_INVESTOR', 'STATE_BODY_RECOMMENDATION', 'ORIGINAL WHEN_SEALED NEVER'],
    ['POTENTIAL_INVESTOR', 'AIFC_RECOMMENDATION', 'ORIGINAL WHEN_SEALED NEVER'],
    ['SPOUSE_OF_CITIZEN', 'MARRIAGE_CERTIFICATE', 'COPY_WITH_ORIGINAL ALWAYS WHEN_WHOLLY_FOREIGN'],
    ['SPOUSE_OF_CITIZEN', 'SPOUSE_IDENTITY_DOCUMENT', 'COPY_WITH_ORIGINAL NEVER NEVER'],
    ['CHILD_OF_CITIZEN', 'BIRTH_CERTIFICATE', 'DOCUMENT WHEN_SEALED NEVER'],
    ['CHILD_OF_CITIZEN', 'PARENT_IDENTITY_DOCUMENT', 'COPY_WITH_ORIGINAL NEVER NEVER'],
    ['HEIR', 'DEATH_CERTIFICATE', 'COPY_WITH_ORIGINAL WHEN_SEALED NEVER'],
    ['HEIR', 'INHERITANCE_PROOF', 'COPY WHEN_SEALED NEVER'],
    ['DIGITAL_NOMAD', 'IT_DIPLOMA', 'COPY_WITH_ORIGINAL WHEN_SEALED NEVER'],
    ['DIGITAL_NOMAD', 'IT_PORTFOLIO', 'FOR_COMPARISON WHEN_SEALED NEVER'],
    ['DIGITAL_NOMAD', 'APPOINTMENT_ACT', 'COPY_WITH_ORIGINAL WHEN_SEALED NEVER'],
    ['PERSON_WITH_DISABILITY', 'DISABILITY_CERTIFICATE', 'COPY_WITH_ORIGINAL WHEN_SEALED NEVER'],
    ['PLANT_PROTECTION_PRODUCER', 'ACTIVITY_PROOF', 'DOCUMENT WHEN_SEALED NEVER'],
  ])('%s, %s: %s', async (category, kind, expected) => {
    const told: Requirement[] = (await requirementsOf(category)).requirements;
    const { presentation, attestation, translation } = told.find(({ document }) => document?.kind === kind)!.document!;
    expect([presentation, attestation, translation].join(' ')).toBe(expected);
  });

  test('the same act of appointment is another document in each category, in words', async () => {
    const acts = await Promise.all(
      ['GOODS_MARKING_PARTICIPANT', 'LEGAL_ENTITY_HEAD'].map(
        async (category) => (await requirementsOf(category)).requirements[2].text.en,
      ),
    );
    expect(acts).toEqual([
      "the organisation's internal act on the appointment of its first head and/or on the employee (with the duties connected with marking and the list of goods)",
      "the act of appointment as head (the founders' decision, the order of appointment)",
    ]);
  });

  test('everything is said in Kazakh, Russian and English', async () => {
    const told = JSON.stringify(await Promise.all(['SPOUSE_OF_CITIZEN', 'DIGITAL_NOMAD', 'HEIR'].map(requirementsOf)));
    const texts = [...told.matchAll(/\{"kk":"(.*?)","ru":"(.*?)","en":"(.*?)"\}/g)].map(([, ...each]) => each);
    expect(texts.length).toBeGreaterThan(20);
    for (const [kk, ru, en] of texts) {
      expect(kk).toMatch(/[а-яәғқңөұүһі]/i);
      expect(ru).toMatch(/[а-я]/i);
      expect(ru).not.toMatch(/[әғқңөұүһі]/i);
      expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  });
});

test('the states whose documents need no apostille are told by the day', async () => {
  const before = ['ARM', 'AZE', 'BLR', 'GEO', 'KAZ', 'KGZ', 'MDA', 'RUS', 'TJK', 'TKM', 'UZB'];
  expect((await requirementsOf('SPOUSE_OF_CITIZEN')).exemptStates).toEqual(before);
  await product.database.query(`update kit.convention_party set valid_until = '2026-03-01' where country = 'TKM'`);
  expect((await requirementsOf('SPOUSE_OF_CITIZEN')).exemptStates).toEqual(before.filter((state) => state !== 'TKM'));
});

describe('who brings what was told is accepted', () => {
  /** Every way to meet a requirement, as the kinds to bring. */
  function waysOf(list: Requirement[], { kind, document, number }: Requirement): string[][] {
    if (kind === 'DOCUMENT') return [[document!.kind]];
    const parts = partsOf(list, number);
    return kind === 'ONE_OF' ? parts.flatMap((part) => waysOf(list, part)) : together(list, parts);
  }

  function together(list: Requirement[], parts: Requirement[]): string[][] {
    return parts.reduce<string[][]>(
      (sofar, part) => sofar.flatMap((one) => waysOf(list, part).map((other) => [...one, ...other])),
      [[]],
    );
  }

  const born: Record<string, Temporal.PlainDate> = {
    CHILD_OF_CITIZEN: today.subtract({ years: 5 }),
    AGE_65_PLUS: today.subtract({ years: 80 }),
  };
  const facts: Record<string, Record<string, unknown>> = { APPOINTMENT_ACT: { appointedOn: '2020-01-01' } };

  test.each([
    ['POTENTIAL_INVESTOR', 4],
    ['GOODS_MARKING_PARTICIPANT', 1],
    ['SPOUSE_OF_CITIZEN', 1],
    ['CHILD_OF_CITIZEN', 1],
    ['HEIR', 1],
    ['DIGITAL_NOMAD', 3],
    ['PERSON_WITH_DISABILITY', 1],
    ['AGE_65_PLUS', 1],
    ['PLANT_PROTECTION_PRODUCER', 1],
    ['LEGAL_ENTITY_HEAD', 1],
    ['REPRESENTATION_STAFF', 1],
  ])('%s, in %i ways; and without any one paper, refused', async (category, count) => {
    const client = product.as(category === 'REPRESENTATION_STAFF' ? 'authorised_employee' : 'consul');
    const come = (kinds: string[]) => {
      const scene: Omit<Scenario, 'given' | 'then'> = {
        bringsOnly: kinds.map((kind) => paper(kind, facts[kind])),
        born: born[category],
      };
      return play(client, category, scene);
    };
    const told: Requirement[] = (await requirementsOf(category)).requirements;
    const complete = together(told, partsOf(told, null));
    expect(complete).toHaveLength(count);
    for (const kinds of complete) {
      expect(await come(kinds)).toBe('accepted');
      const left = kinds.at(-1)!;
      const [reason, ...others] = await come(kinds.filter((kind) => kind !== left));
      expect(reason).toContain('DOCUMENT_MISSING');
      expect(reason).toContain(left);
      expect(others).toEqual([]);
    }
  });
});
