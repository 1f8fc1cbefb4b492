import { Fault } from '../../kit/errors/fault.ts';
import type { PersonName } from '../../kit/graph/person.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { City } from '../../kit/viewer/roles.ts';
import type { ToldCaseFile } from '../model/case-file.ts';
import type { Service, SubjectKind } from '../rules/subject.ts';

/** A kind of case that can be complained of. */
export type CaseKind = Exclude<SubjectKind, 'SERVICE'>;

/** Who tells of each kind of case, and of which service it is. */
const holders = {
  IIN_APPLICATION: { subgraph: 'iin', type: 'IinApplication', service: 'IIN', more: '' },
  PETITION: { subgraph: 'residence', type: 'Petition', service: 'PETITION', more: '' },
  RESIDENCE_CASE: { subgraph: 'residence', type: 'ResidenceCase', service: 'RESIDENCE', more: 'city' },
} as const;

/** What a complaint keeps of what it is about, as it was told of then. */
export interface Subject {
  service: Service;
  city: City | null;
  subjectKind: SubjectKind;
  subjectId: string | null;
  subjectNumber: string | null;
  actedBy: string[];
  latinName: PersonName;
  accountId: string | null;
  applicantId: string | null;
}

const name = 'latinName { surname givenNames patronymic }';

/**
 * Asks for a case that the viewer complains of, or in whose person's name: whoever may see it may. Who acted on it and whose it is the product asks in its
 * own name.
 *
 * @throws Fault NOT_FOUND for a case that the viewer may not see.
 */
export async function askForCase(context: Context, kind: CaseKind, id: string): Promise<Subject> {
  const { service, more } = holders[kind];
  const system = await context.asSystem('complaints');
  if (kind === 'IIN_APPLICATION' && context.viewer!.role === 'applicant')
    await requireOwnApplication(context, system, id);
  else await visible(context.ask(...caseAt(kind, id), '{ id }'));
  const told = await system.ask<{
    number: string;
    latinName: PersonName;
    city?: City;
    caseFile: { actedBy: string[]; accountId: string | null; applicantId: string };
  }>(...caseAt(kind, id), `{ number ${name} ${more} caseFile { actedBy accountId applicantId } }`);
  return {
    service,
    city: told.city ?? null,
    subjectKind: kind,
    subjectId: id,
    subjectNumber: told.number,
    actedBy: told.caseFile.actedBy,
    latinName: told.latinName,
    accountId: context.viewer!.role === 'applicant' ? context.viewer!.accountId : told.caseFile.accountId,
    applicantId: told.caseFile.applicantId,
  };
}

/** Asks in the viewer's name how somebody is called who was presented. */
export async function askForName(context: Context, applicantId: string): Promise<PersonName> {
  const key = { __typename: 'Applicant', id: applicantId };
  const { latinName } = await visible(context.ask<{ latinName: PersonName }>('applicants', key, `{ ${name} }`));
  return latinName;
}

/** Asks in the product's own name for a case file as it stands now; the caller has ended its transaction. */
export async function askForCaseFile(context: Context, kind: CaseKind, id: string): Promise<ToldCaseFile> {
  const text = '{ kk ru en }';
  const selection = `{ caseFile {
    takenAt number facts { name ${text} text } history { at kind text ${text} } documents { id kind mediaType size sha256 } actedBy
  } }`;
  const system = await context.asSystem('complaints');
  const { caseFile } = await system.ask<{ caseFile: ToldCaseFile }>(...caseAt(kind, id), selection);
  return caseFile;
}

/** A person sees no application for a number, but knows what they presented with it. */
async function requireOwnApplication(context: Context, system: Context, id: string): Promise<void> {
  const { applicant } = await system.ask<{ applicant: { id: string } }>(
    ...caseAt('IIN_APPLICATION', id),
    '{ applicant { id } }',
  );
  await visible(context.ask('applicants', { __typename: 'Applicant', id: applicant.id }, '{ id }'));
}

function caseAt(kind: CaseKind, id: string) {
  const { subgraph, type } = holders[kind];
  return [subgraph, { __typename: type, id }] as const;
}

/** Whoever may see nothing of a kind learns no more than who may not see this one. */
async function visible<Told>(asking: Promise<Told>): Promise<Told> {
  try {
    return await asking;
  } catch (error) {
    throw error instanceof Fault && error.code === 'FORBIDDEN' ? new Fault('NOT_FOUND') : error;
  }
}
