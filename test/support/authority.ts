import type * as pkijs from 'pkijs';
import {
  authorityConstraints,
  extendedKeyUsage,
  issueCertificate,
  issueList,
  keyUsage,
  nameParts,
} from '../../installation/demo/authority-certificates.ts';
import type { Issuer, ListRequest, Name } from '../../installation/demo/authority-certificates.ts';
import { newKey } from '../../installation/demo/authority-keys.ts';
import type { KeyKind, SigningKey } from '../../installation/demo/authority-keys.ts';
import type { Identity } from '../../installation/demo/authority-signing.ts';
import { readCertificate } from '../../subgraphs/kit/signatures/certificate.ts';
import type { Certificate } from '../../subgraphs/kit/signatures/certificate.ts';
import { givenLists } from '../../subgraphs/kit/signatures/crl-sources.ts';
import type { SignatureTrust } from '../../subgraphs/kit/signatures/verify.ts';

/** The moment of signing in the tests. */
export const moment = Temporal.Instant.from('2026-03-03T05:00:00Z');

/** A moment written short. */
export const at = (text: string) => Temporal.Instant.from(text);

/** The usages and kinds of a certificate that can be asked for. */
export const purposes = {
  signing: '1.3.6.1.5.5.7.3.4',
  authentication: '1.3.6.1.5.5.7.3.2',
  naturalPerson: '1.2.398.3.3.4.1.1',
  organisation: '1.2.398.3.3.4.1.2',
  firstHead: '1.2.398.3.3.4.1.2.1',
  rightToSign: '1.2.398.3.3.4.1.2.2',
  employee: '1.2.398.3.3.4.1.2.5',
} as const;

/** The subject of a natural person's certificate, as the National Certification Authority writes it. */
export const person: Name = [
  [nameParts.commonName, 'ДЕМО АЙГЕРІМ'],
  [nameParts.surname, 'ДЕМО'],
  [nameParts.serialNumber, 'IIN800416100016'],
  [nameParts.country, 'KZ'],
  [nameParts.givenName, 'ДЕМОҚЫЗЫ'],
];

/** What a certificate of a test says differently than the usual one. */
export interface Difference {
  subject?: Name;
  key?: SigningKey;
  serial?: string;
  validFrom?: string;
  validUntil?: string;
  extensions?: readonly pkijs.Extension[];
  issuer?: Issuer;
}

/** A root, an authority below it, and a key for people: of RSA or of GOST. */
export interface TestAuthority {
  root: Issuer & { certificate: Certificate };
  intermediate: Issuer & { certificate: Certificate };
  personKey: SigningKey;
  /** Issues a person's certificate; as the usual one, but for the difference. */
  certify: (difference?: Difference) => Identity;
  /** Issues the list of the authority below the root; empty, and of the day, unless told. */
  list: (request?: Partial<ListRequest>, issuer?: Issuer) => Uint8Array;
  /** Believes the root; the lists of the day say that nobody was revoked. */
  trust: SignatureTrust;
}

/** The extensions of the usual certificate: for signing, of a natural person. */
export const forSigning = [keyUsage(0, 1), extendedKeyUsage(purposes.signing, purposes.naturalPerson)];

/** Makes an authority with new keys. */
export async function testAuthority(kind: KeyKind): Promise<TestAuthority> {
  const [rootKey, intermediateKey, personKey] = await Promise.all([newKey(kind), newKey(kind), newKey(kind)]);
  const rootIssuer = { name: authorityName('ROOT'), key: rootKey };
  const intermediateIssuer = { name: authorityName('NCA'), key: intermediateKey };
  const root = { ...rootIssuer, certificate: certifyAuthority(rootIssuer, rootIssuer) };
  const intermediate = { ...intermediateIssuer, certificate: certifyAuthority(rootIssuer, intermediateIssuer) };
  const list: TestAuthority['list'] = (request = {}, issuer = intermediate) =>
    issueList(issuer, {
      issued: at('2026-03-03T00:00:00Z'),
      next: at('2026-03-04T00:00:00Z'),
      revoked: [],
      ...request,
    });
  return {
    root,
    intermediate,
    personKey,
    certify: (difference = {}) => certifyPerson(intermediate, { key: personKey, ...difference }),
    list,
    trust: {
      anchors: [root.certificate],
      intermediates: [intermediate.certificate],
      revocation: [givenLists([list(), list({}, root)])],
    },
  };
}

/** An authority's certificate. */
export function certifyAuthority(
  issuer: Issuer,
  subject: Issuer,
  extensions: readonly pkijs.Extension[] = [authorityConstraints(), keyUsage(5, 6)],
  [validFrom, validUntil] = ['2024-01-01T00:00:00Z', '2034-01-01T00:00:00Z'],
): Certificate {
  const bytes = issueCertificate(issuer, {
    subject: subject.name,
    key: subject.key,
    serial: '10000001',
    validFrom: at(validFrom),
    validUntil: at(validUntil),
    extensions,
  });
  return readCertificate(bytes);
}

function certifyPerson(usualIssuer: Issuer, difference: Difference & { key: SigningKey }): Identity {
  const { key, issuer = usualIssuer, subject = person, serial = '7a0fedcba987' } = difference;
  const certificate = issueCertificate(issuer, {
    subject,
    key,
    serial,
    validFrom: at(difference.validFrom ?? '2025-06-01T00:00:00Z'),
    validUntil: at(difference.validUntil ?? '2026-06-01T00:00:00Z'),
    extensions: difference.extensions ?? forSigning,
  });
  return { key, certificate };
}

/** The name of an authority of the tests. */
export function authorityName(text: string): Name {
  return [
    [nameParts.commonName, `ТЕСТ ${text}`],
    [nameParts.country, 'KZ'],
  ];
}
