import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attachAll, consent, person, registerPerson } from '../../support/counter.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { representationFor } from '../../support/representations.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// Scenarios of acceptance as data: who comes to the counter, with what, and what follows. Played through the public graph, on one product for each file.

/** The product of the test file. */
export let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

/** The day on which everybody comes, unless told: a Monday. */
export const today = Temporal.PlainDate.from('2026-03-02');
export const yesterday = today.subtract({ days: 1 });
export const tomorrow = today.add({ days: 1 });

/** A paper: its kind, and what `attachDocument` is told of it. */
export type Paper = { kind: string } & Record<string, unknown>;

/** A paper that is brought, its original shown, and anything else told of it. */
export function paper(kind: string, told: Record<string, unknown> = {}): Paper {
  return { kind, ...told };
}

/** A copy of which the original stayed at home. */
export function copyOnly(kind: string, told: Record<string, unknown> = {}): Paper {
  return { kind, originalShown: false, ...told };
}

export const applicationForm = paper('APPLICATION_FORM');
export const passport = paper('IDENTITY_DOCUMENT');

/** What somebody comes with, and what follows. */
export interface Scenario {
  given: string;
  /** Beside the application form and the passport, which everybody brings. */
  brings?: Paper[];
  /** All that is brought, where that is not so. */
  bringsOnly?: Paper[];
  born?: Temporal.PlainDate;
  /** The last day of the passport. */
  passportUntil?: Temporal.PlainDate;
  /** Without the signature under the consent. */
  withoutConsent?: boolean;
  /** When it happens, where not at ten in the morning of today, Astana time. */
  at?: string;
  then: 'accepted' | string[];
}

/** A reason as a scenario spells it: its code, the kinds of document or the years, and the paragraph. */
function spelled(reason: { code: string; documents: string[]; years: number | null; reference: string }): string {
  const { code, documents, years, reference } = reason;
  const subject = documents.length > 0 ? documents.join(' or ') : years;
  return `${code}${subject === null ? '' : ` ${subject}`}, ${reference}`;
}

const registration = `mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) {
  __typename
  ... on IinApplication { state }
  ... on AcceptanceRefusal { reasons { code documents years reference text { kk ru en } } slip { id } } } }`;

/** Plays one scenario: registers the person, attaches the papers, applies. Answers what followed, as a scenario spells it. */
export async function play(client: GraphClient, category: string, scenario: Omit<Scenario, 'given' | 'then'>) {
  const { brings = [], bringsOnly = [applicationForm, passport, ...brings] } = scenario;
  const input = person({
    ...(scenario.born && { birthDate: scenario.born.toString() }),
    ...(scenario.passportUntil && { expiryDate: scenario.passportUntil.toString() }),
  });
  const applicantId = await registerPerson(client, input);
  await attachAll(client, applicantId, bringsOnly);
  if (!scenario.withoutConsent) await consent(client, applicantId, '2026-01-05');
  const data = await client.ask(registration, {
    input: { applicantId, applicantVersion: 1, category, ...representationFor(category) },
  });
  const answer = data.registerIinApplication;
  if (answer.__typename === 'IinApplication') return 'accepted';
  for (const { text } of answer.reasons) expect(new Set(Object.values(text)).size).toBe(3);
  return answer.reasons.map(spelled) as string[];
}

/** Plays the scenarios of a category, each a test: at the mission in Berlin, or at the MFA. */
export function playAll(title: string, category: string, scenarios: Scenario[], role?: 'authorised_employee'): void {
  describe(title, () => {
    test.each(scenarios)('given $given', async ({ then, at = '2026-03-02T10:00:00+05:00', ...scenario }) => {
      product.clock.set(at);
      expect(await play(product.as(role ?? 'consul'), category, scenario)).toEqual(then);
    });
  });
}
