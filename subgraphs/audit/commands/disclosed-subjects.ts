import { Fault } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { SubgraphName } from '../../kit/subgraph/definition.ts';
import type { DisclosedCase } from '../rules/disclosure.ts';

/** What a disclosure opens, and whom it concerns. */
export interface Subjects {
  /** Under these ids data are unmasked. */
  opened: string[];
  /** The ids under which the person finds it among the readings of their data. */
  persons: string[];
}

/** A person: under all ids under which they were presented, and the record of their number. */
export async function subjectsOfPerson(context: Context, id: string): Promise<Subjects> {
  const system = await context.asSystem('audit');
  const { presentedAs, iin } = await system.ask<{ presentedAs: string[]; iin: string | null }>(
    'applicants',
    { __typename: 'Applicant', id },
    '{ presentedAs iin }',
  );
  const records = iin === null ? [] : await recordOf(system, iin);
  return { opened: [...presentedAs, ...records], persons: presentedAs };
}

/** A case: its own data, and the scans that were presented for it; the person elsewhere stays masked. */
export async function subjectsOfCase(context: Context, kind: DisclosedCase, id: string): Promise<Subjects> {
  const system = await context.asSystem('audit');
  const { applicantId, documents } = await askFor[kind](system, id);
  return { opened: [id, ...documents], persons: applicantId ? [applicantId] : [] };
}

interface Told {
  applicantId: string | null;
  documents: string[];
}

/** How each kind of case is asked for; NOT_FOUND when there is none. */
const askFor: Readonly<Record<DisclosedCase, (system: Context, id: string) => Promise<Told>>> = {
  IIN_APPLICATION: async (system, id) => {
    const { applicant, presentedDocuments } = await system.ask<{
      applicant: { id: string };
      presentedDocuments: { id: string }[];
    }>('iin', { __typename: 'IinApplication', id }, '{ applicant { id } presentedDocuments { id } }');
    return { applicantId: applicant.id, documents: presentedDocuments.map((each) => each.id) };
  },
  PETITION: (system, id) => caseOf(system, 'residence', 'Petition', id),
  RESIDENCE_CASE: (system, id) => caseOf(system, 'residence', 'ResidenceCase', id),
  COMPLAINT: async (system, id) => {
    const { about } = await system.ask<{ about: { kind: DisclosedCase | 'SERVICE'; id: string | null } }>(
      'complaints',
      { __typename: 'Complaint', id },
      '{ about { kind id } }',
    );
    const person = about.id === null || about.kind === 'SERVICE' ? null : await askFor[about.kind](system, about.id);
    return { applicantId: person?.applicantId ?? null, documents: [] };
  },
};

/** The documents of these are their own. */
async function caseOf(system: Context, subgraph: SubgraphName, type: string, id: string): Promise<Told> {
  const { caseFile } = await system.ask<{ caseFile: { applicantId: string } }>(
    subgraph,
    { __typename: type, id },
    '{ caseFile { applicantId } }',
  );
  return { applicantId: caseFile.applicantId, documents: [] };
}

async function recordOf(system: Context, iin: string): Promise<string[]> {
  try {
    const { id } = await system.ask<{ id: string }>('iin', { __typename: 'IinRecord', iin }, '{ id }');
    return [id];
  } catch (error) {
    // A number that was formed elsewhere has no record here.
    if (error instanceof Fault && error.code === 'NOT_FOUND') return [];
    throw error;
  }
}
