import { complaintLifecycle } from '../subgraphs/complaints/rules/lifecycle.ts';
import { TERMS } from '../subgraphs/kit/terms/terms.ts';
import type { TermKind } from '../subgraphs/kit/terms/terms.ts';
import type { Role } from '../subgraphs/kit/viewer/roles.ts';
import { caseLifecycle, lapses } from '../subgraphs/residence/rules/case-lifecycle.ts';
import type { ClockedLifecycle, ClockedTransition } from '../subgraphs/kit/lifecycle/clocked-lifecycle.ts';
import { petitionLifecycle } from '../subgraphs/residence/rules/petition-lifecycle.ts';

const roleNames: Partial<Record<Role, string>> = {
  applicant: 'applicant',
  iin_operator: 'MIA operator',
  hub_officer: 'Astana Hub',
  mddiai_signer: 'MDDIAI',
  kkq_officer: 'migration officer',
  knb_officer: 'KNB',
  psc_officer: 'service centre',
  complaint_reviewer: 'reviewing body',
  system: 'the product',
};

/** `docs/residence.md`: the lifecycles of order B as diagrams and tables, written from the tables that the product works by. */
export function residenceLifecycles(): string {
  return `# Digital Nomad Residency: the way of a petition and of a case

Written by \`npm run schema\` from the tables that the product works by (\`subgraphs/residence/rules\`); a test says when it is stale. What isn't here can't be done.

## Petition (B§4–9)

${diagram(petitionLifecycle)}

${actions(petitionLifecycle)}

## Residence case (B§10–26)

${diagram(caseLifecycle)}

${actions(caseLifecycle)}

${Object.entries(lapses)
  .map(
    ([state, { term, to }]) =>
      `A case that is ${state} is ${to} from the moment at which its term ${term} ends, whether the product has recorded it yet or not (${TERMS[term].reference}).`,
  )
  .join('\n')}

## Terms

${terms([petitionLifecycle, caseLifecycle], 'BAR')}
`;
}

/** `docs/complaints.md`: the lifecycle of complaints, written from the table that the product works by. */
export function complaintLifecycles(): string {
  return `# Complaints: the way of a complaint

Written by \`npm run schema\` from the table that the product works by (\`subgraphs/complaints/rules\`); a test says when it is stale. What isn't here can't be done. Order A has this
chapter (A§15-3–18); the same rules serve order B (policy).

${diagram(complaintLifecycle)}

${actions(complaintLifecycle)}

A complaint that is RECEIVED or REGISTERED is FORWARDED as soon as its term COMPLAINT_FORWARDING is over, whether the product has recorded it yet or not (${TERMS.COMPLAINT_FORWARDING.reference}); who
would still satisfy or forward it is told TERM_EXPIRED. The terms run side by side: what the provider decides keeps a complaint from the reviewing body only when it satisfies it in full within
the first of them. Full satisfaction is the only thing that an official complained of may decide.

## Terms

${terms([complaintLifecycle])}
`;
}

type AnyLifecycle = ClockedLifecycle<string, string, string>;

interface Step extends ClockedTransition<string, string> {
  from: string;
  action: string;
}

function stepsOf(lifecycle: AnyLifecycle): Step[] {
  return Object.entries(lifecycle).flatMap(([from, possible]) =>
    Object.entries(possible).map(([action, transition]) => ({ from, action, ...transition! })),
  );
}

function diagram(lifecycle: AnyLifecycle): string {
  const ends = Object.keys(lifecycle).filter((state) => Object.keys(lifecycle[state]!).length === 0);
  const lines = [
    `[*] --> ${Object.keys(lifecycle)[0]}`,
    ...stepsOf(lifecycle).map(({ from, to, action, by }) => `${from} --> ${to}: ${inWords(action)} (${rolesOf(by)})`),
    ...ends.map((state) => `${state} --> [*]`),
  ];
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

function actions(lifecycle: AnyLifecycle): string {
  return table(
    ['state', 'action', 'who', 'only when', 'leads to', 'ends the term', 'begins the term'],
    stepsOf(lifecycle).map(({ from, action, by, when = [], to, ends = [], begins = [] }) => [
      from,
      action,
      rolesOf(by),
      when.join(', '),
      to,
      ends.join(', '),
      begins.join(', '),
    ]),
  );
}

function terms(lifecycles: AnyLifecycle[], ...more: TermKind[]): string {
  const named = lifecycles.flatMap(stepsOf).flatMap(({ ends = [], begins = [] }) => [...ends, ...begins]);
  const kinds = (Object.keys(TERMS) as TermKind[]).filter((kind) => more.includes(kind) || named.includes(kind));
  return table(
    ['term', 'what it is', 'who keeps it', 'last day off', 'paragraph'],
    kinds.map((kind) => {
      const { description, binds, prolonged, reference } = TERMS[kind];
      const dayOff = prolonged ? 'ends on the next working day' : '';
      return [kind, description, binds === 'APPLICANT' ? 'the applicant' : 'the authority', dayOff, reference];
    }),
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function rolesOf(by: readonly Role[]): string {
  return by.map((role) => roleNames[role] ?? role).join(', ');
}

function inWords(action: string): string {
  return action.toLowerCase().replaceAll('_', ' ').replace('knb', 'KNB');
}
