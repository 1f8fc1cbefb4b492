import { refuseProblems } from '../../kit/errors/fault.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { CorrectApplicantInput, RegisterApplicantInput } from '../graph/inputs.ts';
import type { Applicant } from '../model/applicant.ts';
import { readIdentity } from '../rules/identity.ts';
import type { TravelDocumentZone } from '../rules/mrz.ts';
import {
  birthPlaceProblems,
  contactProblems,
  cyrillicNameProblems,
  latinPatronymicProblems,
} from '../rules/personal-data.ts';

/** What an applicant's record holds of the person presented. */
export type PresentedPerson = Omit<
  Applicant,
  'id' | 'version' | 'officeId' | 'personAccountId' | 'iin' | 'registeredAt' | 'registeredBy' | 'documentNumber'
>;

/** Reads a person from an input: names from the machine-readable zone, birth and citizenship from the visual one (A§9). Refuses all problems at once. */
export function personOf(input: RegisterApplicantInput | CorrectApplicantInput, context: Context): PresentedPerson {
  const options = { today: almatyDate(context.now()), specimens: context.services.demo };
  const reading = readIdentity(input, options);
  refuseProblems([
    ...(reading.ok ? [] : reading.problems),
    ...cyrillicNameProblems(input.cyrillicName),
    ...latinPatronymicProblems(input.latinPatronymic),
    ...contactProblems(input.contacts ?? { email: null }),
    ...birthPlaceProblems(input.visualZone.birthPlace),
  ]);
  // What refuseProblems let pass was read.
  const { zone } = reading as { zone: TravelDocumentZone };
  const { visualZone, contacts, cyrillicName } = input;
  return {
    latinName: { surname: zone.surname, givenNames: zone.givenNames, patronymic: input.latinPatronymic ?? null },
    cyrillicName: {
      surname: cyrillicName.surname ?? null,
      givenNames: cyrillicName.givenNames ?? null,
      patronymic: cyrillicName.patronymic ?? null,
    },
    birthDate: visualZone.birthDate,
    birthPlace: visualZone.birthPlace,
    sex: visualZone.sex,
    citizenship: visualZone.nationality,
    ethnicity: input.ethnicity ?? null,
    travelDocument: {
      documentCode: zone.documentCode,
      number: visualZone.documentNumber,
      issuingCountry: zone.issuingCountry,
      issuedOn: visualZone.issuedOn?.toString() ?? null,
      expiryDate: visualZone.expiryDate.toString(),
    },
    machineReadableZone: input.machineReadableZone,
    settledDisagreements: input.settledDisagreements,
    contacts: { email: contacts?.email ?? null, telephone: contacts?.telephone ?? null },
    address: input.address ?? null,
    countryOfArrival: input.countryOfArrival ?? null,
    language: input.language,
  };
}
