import { ageOn } from '../../kit/terms/ages.ts';
import { broughtByEverybody, categoryRules } from './categories.ts';
import type { Category, DocumentRule } from './categories.ts';

/** What was brought to the counter: the person's date of birth, the identity document's last day, the documents, and whether the consent was signed. */
export interface Brought {
  birthDate: Temporal.PlainDate;
  identityExpiresOn: Temporal.PlainDate;
  documents: readonly { kind: string; expiresOn: Temporal.PlainDate | null }[];
  consented: boolean;
}

/** Why an application is not accepted. */
export interface AcceptanceReason {
  code: 'DOCUMENT_MISSING' | 'DOCUMENT_EXPIRED' | 'CONSENT_MISSING' | 'AGE_NOT_UNDER' | 'AGE_NOT_REACHED';
  /** The kinds of document concerned; of several that are missing, one of them is enough. */
  documents: string[];
  /** The years of age that the category asks for. */
  years?: number;
  reference: string;
}

/** Every reason not to accept an application on a day (A§7): what is missing, what has expired, and what the category asks for; empty when it is accepted. */
export function acceptanceReasons(category: Category, brought: Brought, day: Temporal.PlainDate): AcceptanceReason[] {
  const valid = brought.documents.filter(
    ({ expiresOn }) => !expiresOn || Temporal.PlainDate.compare(expiresOn, day) >= 0,
  );
  const rule = { allOf: [broughtByEverybody, categoryRules[category].documents] };
  const expired = expiredKinds(brought, day);
  const missing = missingDocuments(rule, new Set(valid.map(({ kind }) => kind))).filter(
    (kinds) => !kinds.some((kind) => expired.has(kind)),
  );
  return [
    ...missing.map((documents): AcceptanceReason => ({ code: 'DOCUMENT_MISSING', documents, reference: 'A§6' })),
    ...[...expired].map((kind): AcceptanceReason => ({
      code: 'DOCUMENT_EXPIRED',
      documents: [kind],
      reference: 'A§7',
    })),
    ...consentReasons(brought),
    ...ageReasons(category, brought.birthDate, day),
  ];
}

/** The kinds of document that were brought, but have expired; one that also has a valid copy has not. */
function expiredKinds({ documents, identityExpiresOn }: Brought, day: Temporal.PlainDate): Set<string> {
  const isPast = (date: Temporal.PlainDate | null) => date !== null && Temporal.PlainDate.compare(date, day) < 0;
  const valid = new Set(documents.filter(({ expiresOn }) => !isPast(expiresOn)).map(({ kind }) => kind));
  const expired = new Set(documents.filter(({ kind }) => !valid.has(kind)).map(({ kind }) => kind));
  if (isPast(identityExpiresOn)) expired.add('IDENTITY_DOCUMENT');
  return expired;
}

/** For each thing that is missing, the kinds of document of which one would do. */
function missingDocuments(rule: DocumentRule, kinds: ReadonlySet<string>): string[][] {
  if (typeof rule === 'string') return kinds.has(rule) ? [] : [[rule]];
  if ('allOf' in rule) return rule.allOf.flatMap((each) => missingDocuments(each, kinds));
  const ways = rule.oneOf.map((each) => missingDocuments(each, kinds));
  if (ways.some((way) => way.length === 0)) return [];
  // Somebody who began one of the ways is told what that one still lacks.
  const begun = rule.oneOf.map((each, index) => ({
    way: ways[index]!,
    begun: kindsOf(each).some((kind) => kinds.has(kind)),
  }));
  const started = begun.filter((each) => each.begun && each.way.length > 0);
  return started.length === 1 ? started[0]!.way : [rule.oneOf.flatMap(kindsOf)];
}

function kindsOf(rule: DocumentRule): string[] {
  if (typeof rule === 'string') return [rule];
  return ('allOf' in rule ? rule.allOf : rule.oneOf).flatMap(kindsOf);
}

function consentReasons({ consented }: Brought): AcceptanceReason[] {
  return consented ? [] : [{ code: 'CONSENT_MISSING', documents: [], reference: 'A-ord 3' }];
}

function ageReasons(category: Category, birthDate: Temporal.PlainDate, day: Temporal.PlainDate): AcceptanceReason[] {
  const { age } = categoryRules[category];
  const years = ageOn(birthDate, day);
  if (age && 'under' in age && years >= age.under)
    return [{ code: 'AGE_NOT_UNDER', documents: [], years: age.under, reference: 'A§6' }];
  if (age && 'atLeast' in age && years < age.atLeast)
    return [{ code: 'AGE_NOT_REACHED', documents: [], years: age.atLeast, reference: 'A§6' }];
  return [];
}
