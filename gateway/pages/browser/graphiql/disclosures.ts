import type { GraphError, Answer, Operation } from '../shared/ask.ts';

/** That a person or a case was opened to the auditor. */
export interface Disclosure {
  id: string;
  subjectKind: string;
  subjectId: string;
  reason: string;
  opensUntil: string;
}

/** What an auditor fills in. */
export interface DisclosureForm {
  /** `PERSON`, or what kind of case it is. */
  kind: string;
  id: string;
  reason: string;
  hours: number;
}

type Ask = <Data>(operation: Operation) => Promise<Answer<Data>>;

/** The auditor's last disclosures that haven't ended. */
export async function openDisclosures(ask: Ask): Promise<Disclosure[]> {
  const query = `query Disclosures {
    disclosures(first: 100) { edges { node { id subjectKind subjectId reason opensUntil } } }
  }`;
  const { data } = await ask<{ disclosures: { edges: { node: Disclosure }[] } | null }>({ query });
  const all = data?.disclosures?.edges.map(({ node }) => node) ?? [];
  return all.filter(({ opensUntil }) => Date.parse(opensUntil) > Date.now());
}

/** Opens a person or a case; answers what is wrong where it can't be. The key makes a second press of the same button one disclosure. */
export async function disclose(ask: Ask, form: DisclosureForm, idempotencyKey: string): Promise<readonly GraphError[]> {
  const { kind, id, reason, hours } = form;
  const subject = kind === 'PERSON' ? { personId: id } : { caseId: id, caseKind: kind };
  const query = `mutation RequestDisclosure($input: RequestDisclosureInput!) {
    requestDisclosure(input: $input) { disclosure { id } }
  }`;
  const { errors = [] } = await ask({ query, variables: { input: { ...subject, reason, hours, idempotencyKey } } });
  return errors;
}

/** How long a disclosure is still open, in whole hours and minutes. */
export function timeLeft(opensUntil: string, now: number): { hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor((Date.parse(opensUntil) - now) / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** The ids in an answer, to choose from. */
export function idsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).flatMap(([name, each]) =>
    typeof each === 'string' && /^(id|\w+Id)$/.test(name) ? [each] : idsOf(each),
  );
  return [...new Set(found)];
}
