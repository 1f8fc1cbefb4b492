import type { CommandSession } from '../../kit/commands/command.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import type { Message } from '../../kit/errors/languages.ts';
import { wholeName } from '../../kit/graph/person.ts';
import type { PersonName, Sex } from '../../kit/graph/person.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { ageOn } from '../../kit/terms/ages.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import type { ApplicationFormData } from '../forms/application-form.ts';
import { positions } from '../forms/application-texts.ts';
import { strayLetter } from '../../kit/forms/fonts.ts';
import { personData } from '../forms/rows.ts';
import { childUnder } from '../rules/categories.ts';

/** A parent who applies for a child (A§6). */
export interface Parent {
  name: PersonName;
  citizenship: string;
}

/** What `applicants` tells of a person for the form; dates as ISO texts. */
interface FormPerson {
  id: string;
  version: number;
  latinName: PersonName;
  cyrillicName: PersonName;
  birthDate: string;
  birthPlace: string;
  sex: Sex;
  citizenship: string;
  ethnicity: string | null;
  countryOfArrival: string | null;
  travelDocument: {
    documentCode: string;
    number: string;
    issuingCountry: string;
    issuedOn: string | null;
    expiryDate: string;
  };
  address: ApplicationFormData['address'];
}

const selection = `{
  id version
  latinName { surname givenNames patronymic } cyrillicName { surname givenNames patronymic }
  birthDate birthPlace sex citizenship ethnicity countryOfArrival
  travelDocument { documentCode number issuingCountry issuedOn expiryDate }
  address { country region district address }
}`;

/** Asks `applicants` for a person in the viewer's name; NOT_FOUND for somebody whom the viewer may not see. */
export function askForFormPerson(context: Context, id: string): Promise<FormPerson> {
  return context.ask<FormPerson>('applicants', { __typename: 'Applicant', id }, selection);
}

/** What cannot be printed: the ethnicity, the address and a parent's name may have been given in other letters. */
export function letterProblems({ ethnicity, address }: FormPerson, parent: Parent | null): Problem[] {
  const registered: Record<string, string | null> = { ethnicity, ...address };
  const parentNames: Record<string, string | null> = { ...parent?.name };
  const problemsOf = (texts: Record<string, string | null>, ...path: string[]): Problem[] =>
    Object.entries(texts)
      .filter(([, text]) => text && strayLetter(text))
      .map(([field]) => ({ code: 'FORM_LETTERS', path: [...path, field], reference: 'A-form 1' }));
  return [...problemsOf(registered, 'applicantId'), ...problemsOf(parentNames, 'parent', 'name')];
}

/** Fills in the form: to the viewer, from the person, or for a child from the parent; a child's line is left for a pen when no parent is known. */
export async function fillIn(
  { em, viewer, now, context }: CommandSession,
  person: FormPerson,
  parent: Parent | null,
  nameOfViewer: string,
): Promise<ApplicationFormData> {
  const issuedOn = almatyDate(now);
  const birthDate = Temporal.PlainDate.from(person.birthDate);
  const fullName = wholeName(person.cyrillicName);
  const oneself = ageOn(birthDate, issuedOn) < childUnder ? null : { name: fullName, citizenship: person.citizenship };
  const [office] = await em.execute<{ name: Message }[]>('select name from kit.office where id = ?', [viewer.officeId]);
  const channel = viewer.role === 'authorised_employee' ? 'MFA' : 'MISSION';
  const { issuedOn: documentIssuedOn, expiryDate, ...document } = person.travelDocument;
  return {
    ...personData({ ...person, birthDate }),
    issuedOn,
    specimen: context.services.demo,
    applicantId: person.id,
    to: { position: positions[channel], name: nameOfViewer, office: office!.name },
    from: parent ? { name: wholeName(parent.name), citizenship: parent.citizenship } : oneself,
    fullName,
    sex: person.sex,
    citizenship: person.citizenship,
    ethnicity: person.ethnicity,
    countryOfArrival: person.countryOfArrival,
    travelDocument: {
      ...document,
      issuedOn: documentIssuedOn === null ? null : Temporal.PlainDate.from(documentIssuedOn),
      expiryDate: Temporal.PlainDate.from(expiryDate),
    },
    address: person.address,
    channel,
  };
}
