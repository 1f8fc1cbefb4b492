import { nameParts } from './authority-certificates.ts';
import type { Name } from './authority-certificates.ts';

/** Somebody to whom the demo authority gives certificates. */
export interface CertificateHolder {
  surname: string;
  givenName: string;
  patronymic?: string;
  iin: string;
  /** Whom the person acts for, and as what; without it the person acts alone. */
  organisation?: { name: string; bin: string; as: keyof typeof organisationHolders };
}

/** What somebody is in an organisation, as object identifiers. */
const organisationHolders = {
  FIRST_HEAD: '1.2.398.3.3.4.1.2.1',
  RIGHT_TO_SIGN: '1.2.398.3.3.4.1.2.2',
  EMPLOYEE: '1.2.398.3.3.4.1.2.5',
} as const;

/** The ministry of the demo. No organisation has a number of the month 00. */
export const ministry = { name: 'ЦИФРЛЫҚ ДАМУ МИНИСТРЛІГІ (DEMO)', bin: '000040000000' };

/** The people who sign in the demo. Nobody's numbers: those of Erika and Anna are the first that a demo forms for their dates of birth. */
export const demoHolders = {
  erika: { surname: 'МУСТЕРМАНН', givenName: 'ЭРИКА', iin: '640812090003' },
  anna: { surname: 'ЭРИКССОН', givenName: 'АННА МАРИЯ', iin: '740812090004' },
  /** Signs the petition for the ministry. */
  yerlan: {
    surname: 'ДЕМО',
    givenName: 'ЕРЛАН',
    patronymic: 'ДЕМОҰЛЫ',
    iin: '800416100016',
    organisation: { ...ministry, as: 'RIGHT_TO_SIGN' },
  },
  /** Works there too, without the right to sign. */
  marat: {
    surname: 'ДЕМО',
    givenName: 'МАРАТ',
    iin: '800416100709',
    organisation: { ...ministry, as: 'EMPLOYEE' },
  },
  /** Has lost the key: the certificates are revoked. */
  lost: { surname: 'ДЕМО', givenName: 'ЖОҒАЛҒАН', iin: '850312090019' },
} as const satisfies Record<string, CertificateHolder>;

/** The name of somebody who signs in the demo. */
export type DemoHolder = keyof typeof demoHolders;

/** The subject of a person's certificate, as the National Certification Authority writes it. */
export function subjectOf({ surname, givenName, patronymic, iin, organisation }: CertificateHolder): Name {
  return [
    [nameParts.commonName, `${surname} ${givenName}`],
    [nameParts.surname, surname],
    [nameParts.serialNumber, `IIN${iin}`],
    [nameParts.country, 'KZ'],
    ...(patronymic ? [[nameParts.givenName, patronymic] as const] : []),
    ...(organisation
      ? ([
          [nameParts.organisation, organisation.name],
          [nameParts.organisationalUnit, `BIN${organisation.bin}`],
        ] as const)
      : []),
  ];
}

/** The kinds of holder that a person's certificate names, as object identifiers. */
export function holderOids({ organisation }: CertificateHolder): string[] {
  return organisation ? ['1.2.398.3.3.4.1.2', organisationHolders[organisation.as]] : ['1.2.398.3.3.4.1.1'];
}
