import type { Certificate } from './certificate.ts';
import { refuse } from './verdict.ts';
import type { ExpectedSigner } from './verdict.ts';

/** What kind of holder a certificate of the National Certification Authority has, by its object identifier. */
const holderOids = {
  '1.2.398.3.3.4.1.1': 'NATURAL_PERSON',
  '1.2.398.3.3.4.1.2': 'ORGANISATION',
  '1.2.398.3.3.4.1.2.1': 'FIRST_HEAD',
  '1.2.398.3.3.4.1.2.2': 'RIGHT_TO_SIGN',
  '1.2.398.3.3.4.1.2.3': 'RIGHT_TO_SIGN_FINANCIAL',
  '1.2.398.3.3.4.1.2.4': 'HUMAN_RESOURCES',
  '1.2.398.3.3.4.1.2.5': 'EMPLOYEE',
} as const;

/** A natural person, an organisation, or what somebody is in an organisation. */
export type HolderKind = (typeof holderOids)[keyof typeof holderOids];

/** Who signed, as the certificate says; null where it says nothing. */
export interface Signer {
  iin: string | null;
  surname: string | null;
  givenName: string | null;
  patronymic: string | null;
  /** The business identification number of the organisation. */
  bin: string | null;
  /** The name of the organisation. */
  organisation: string | null;
  holders: readonly HolderKind[];
  /** The serial number of the certificate, hexadecimal. */
  certificateSerial: string;
}

/** Parts of a subject's name; the given-name attribute holds the PATRONYMIC in Kazakhstan. */
const parts = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  organisation: '2.5.4.10',
  organisationalUnit: '2.5.4.11',
  patronymic: '2.5.4.42',
} as const;

/** Reads the holder of a certificate. The IIN is taken as it stands: published test certificates fail its check digit. */
export function holderOf(certificate: Certificate): Signer {
  const surname = single(certificate, parts.surname);
  return {
    iin: numbered(certificate, parts.serialNumber, 'IIN'),
    surname,
    givenName: givenNameOf(single(certificate, parts.commonName), surname),
    patronymic: single(certificate, parts.patronymic),
    bin: numbered(certificate, parts.organisationalUnit, 'BIN'),
    organisation: single(certificate, parts.organisation),
    holders: (certificate.extensions.extendedKeyUsage ?? []).flatMap(
      (oid) => holderOids[oid as keyof typeof holderOids] ?? [],
    ),
    certificateSerial: certificate.serial,
  };
}

/** Refuses a holder who is not the one that is expected. */
export function requireExpected(signer: Signer, { iin, bin, holders }: ExpectedSigner): void {
  if (iin !== undefined && signer.iin !== iin) refuse('OTHER_PERSON');
  if (bin !== undefined && signer.bin !== bin) refuse('OTHER_ORGANISATION');
  if (holders && !holders.some((kind) => signer.holders.includes(kind))) refuse('NOT_ENTITLED');
}

/** An attribute that stands exactly once; of two nobody can say which one counts. */
function single({ subjectTexts }: Certificate, part: string): string | null {
  const [text, ...others] = subjectTexts.get(part) ?? [];
  return text !== undefined && others.length === 0 ? text : null;
}

/** The twelve digits after a prefix, of the only attribute of this kind that has it: there may be other organisational units. */
function numbered({ subjectTexts }: Certificate, part: string, prefix: 'IIN' | 'BIN'): string | null {
  const numbers = (subjectTexts.get(part) ?? []).filter((text) => text.startsWith(prefix));
  return numbers.length === 1 ? (/^[A-Z]{3}([0-9]{12})$/.exec(numbers[0]!)?.[1] ?? null) : null;
}

/** The given name stands only in the common name, after the surname. */
function givenNameOf(commonName: string | null, surname: string | null): string | null {
  if (!commonName || !surname || !commonName.startsWith(`${surname} `)) return null;
  return commonName.slice(surname.length).trim() || null;
}
