import { demoAccount } from '../../installation/demo/accounts.ts';
import type { DemoAccount } from '../../installation/demo/accounts.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import type { GraphClient } from './graph-client.ts';
import type { TestProduct } from './product.ts';

/** An IT specialist with an account of their own. */
export interface Nomad {
  account: DemoAccount;
  client: GraphClient;
  iin: string;
  applicantId: string;
  /** As presented. */
  person: {
    latinName: { surname: string; givenNames: string; patronymic: null };
    cyrillicName: { surname: string; givenNames: string; patronymic: null };
    documentNumber: string;
    passportUntil: string;
  };
}

let nomads = 0;

/** Somebody who has a number, an account, and is registered as themselves; written behind the product's back. Born 12 March 1985, with a passport until 2033. */
export async function nomad(product: TestProduct, told: { passportUntil?: string } = {}): Promise<Nomad> {
  nomads += 1;
  const account = { ...demoAccount('applicant')!, id: newId(), name: `Nomad ${nomads}` };
  const iin = `85031209${String(nomads).padStart(4, '0')}`;
  const { database } = product;
  await database.query(
    `insert into missions.account (id, name, role, head_of_office, state, iin) values ($1, $2, 'applicant', false, 'ACTIVE', $3)`,
    [account.id, account.name, iin],
  );
  await database.query(`insert into kit.account_state (id, state, role) values ($1, 'ACTIVE', 'applicant')`, [
    account.id,
  ]);
  const applicantId = newId();
  const person = {
    latinName: { surname: 'NOMAD', givenNames: `LINA ${inLetters(nomads)}`, patronymic: null },
    cyrillicName: { surname: 'Номад', givenNames: 'Лина', patronymic: null },
    documentNumber: `N${String(nomads).padStart(8, '0')}`,
    passportUntil: told.passportUntil ?? '2033-10-31',
  };
  const travelDocument = {
    documentCode: 'P',
    number: person.documentNumber,
    issuingCountry: 'D',
    issuedOn: '2023-10-31',
    expiryDate: person.passportUntil,
  };
  await database.query(
    `insert into applicants.applicant (id, version, office_id, person_account_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship,
       travel_document, machine_readable_zone, settled_disagreements, contacts, language, iin, registered_at, registered_by)
     values ($1, 1, null, $2, $3, $4, '1985-03-12', 'Berlin', 'FEMALE', 'D', $5, '{}', '[]', $6, 'en', $7, '2026-03-02T10:00:00+05:00', $2)`,
    [
      applicantId,
      account.id,
      person.latinName,
      person.cyrillicName,
      travelDocument,
      { email: 'lina@nomads.example', telephone: null },
      iin,
    ],
  );
  return { account, client: product.asAccount(account), iin, applicantId, person };
}

/** A number in letters: names have no digits. */
function inLetters(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)]!);
}
