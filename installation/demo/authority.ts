import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCertificate } from '../../subgraphs/kit/signatures/certificate.ts';
import { givenLists } from '../../subgraphs/kit/signatures/crl-sources.ts';
import type { SignatureVerifier } from '../../subgraphs/kit/signatures/verdict.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import type { SignatureTrust } from '../../subgraphs/kit/signatures/verify.ts';
import {
  authorityConstraints,
  extendedKeyUsage,
  issueCertificate,
  issueList,
  keyUsage,
  nameParts,
  policy,
} from './authority-certificates.ts';
import type { Issuer, Name } from './authority-certificates.ts';
import { keyKinds, keyOf, newKey } from './authority-keys.ts';
import type { KeyKind } from './authority-keys.ts';
import { demoHolders, holderOids, subjectOf } from './authority-people.ts';
import type { CertificateHolder, DemoHolder } from './authority-people.ts';
import type { Identity } from './authority-signing.ts';

/** An authority of the demo's own, which stands in for the National Certification Authority. Nobody else believes it. */
export interface DemoAuthority {
  /** What a demo installation believes. */
  trust: SignatureTrust;
  /** The key and certificate of somebody of the demo. */
  identity: (holder: DemoHolder, kind: KeyKind) => Identity;
  /** Gives out a new certificate, such as for somebody who has just got an IIN. */
  issue: (holder: CertificateHolder, kind: KeyKind) => Promise<Identity>;
}

/** The verifier of a demo installation: it believes the demo's own authority, and nobody else. */
export async function demoVerifier(dataFolder: string): Promise<SignatureVerifier> {
  const { trust } = await demoAuthority(dataFolder);
  return (claim) => verifySignature({ ...claim, trust });
}

/** A key with its certificate, as they lie in the file. */
interface Kept {
  secret: string;
  certificate: string;
}

/** All that the authority is, in one file: everything in base64. */
interface AuthorityFile {
  authorities: Record<KeyKind, { root: Kept; intermediate: Kept; lists: string[] }>;
  people: Record<DemoHolder, Record<KeyKind, Kept>>;
}

/** Everything is valid for ten years, and the lists with it: the demo has no clock of its own. */
const validFrom = Temporal.Instant.from('2025-01-01T00:00:00Z');
const validUntil = Temporal.Instant.from('2035-01-01T00:00:00Z');
const revokedAt = Temporal.Instant.from('2025-02-03T04:05:06Z');

/** The authority of a data folder: made when it is first asked for, the same ever after, also when two processes ask at once. */
export async function demoAuthority(dataFolder: string): Promise<DemoAuthority> {
  const file = join(dataFolder, 'demo-authority.json');
  const read = async () => openAuthority(JSON.parse(await readFile(file, 'utf8')) as AuthorityFile);
  try {
    return await read();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
  }
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(beside, JSON.stringify(await newAuthority(), null, 2), { mode: 0o600 });
  try {
    await link(beside, file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    await rm(beside);
  }
  return read();
}

/** The authority that lies in a file. */
function openAuthority({ authorities, people }: AuthorityFile): DemoAuthority {
  const certificates = (which: 'root' | 'intermediate') =>
    keyKinds.map((kind) => readCertificate(Buffer.from(authorities[kind][which].certificate, 'base64')));
  const lists = keyKinds.flatMap((kind) => authorities[kind].lists.map((list) => Buffer.from(list, 'base64')));
  return {
    trust: {
      anchors: certificates('root'),
      intermediates: certificates('intermediate'),
      revocation: [givenLists(lists)],
      proofsCountFor: validFrom.until(validUntil),
    },
    identity: (holder, kind) => {
      const { secret, certificate } = people[holder][kind];
      return { key: keyOf(kind, secret), certificate: Buffer.from(certificate, 'base64') };
    },
    issue: (holder, kind) => issueTo(holder, intermediateIssuer(kind, authorities[kind].intermediate.secret)),
  };
}

/** A new authority: roots, authorities below them, people, and lists, of RSA and of GOST. */
async function newAuthority(): Promise<AuthorityFile> {
  const made = await Promise.all(keyKinds.map(async (kind) => [kind, await newBranch(kind)] as const));
  const branches = Object.fromEntries(made) as Record<KeyKind, Awaited<ReturnType<typeof newBranch>>>;
  const people = (Object.keys(demoHolders) as DemoHolder[]).map((holder) => [
    holder,
    Object.fromEntries(keyKinds.map((kind) => [kind, branches[kind].people[holder]])),
  ]);
  return {
    authorities: { RSA: branches.RSA.authority, GOST: branches.GOST.authority },
    people: Object.fromEntries(people) as AuthorityFile['people'],
  };
}

async function newBranch(kind: KeyKind) {
  const root: Issuer = { name: authorityName('НЕГІЗГІ', kind), key: await newKey(kind) };
  const intermediate: Issuer = intermediateIssuer(kind, (await newKey(kind)).secret);
  const people = await Promise.all(
    Object.entries(demoHolders).map(async ([name, holder]) => [name, await issueTo(holder, intermediate)] as const),
  );
  const certify = ({ name, key }: Issuer, pathLength?: number) =>
    issueCertificate(root, {
      subject: name,
      key,
      serial: newSerial(),
      validFrom,
      validUntil,
      extensions: [authorityConstraints(pathLength), keyUsage(5, 6)],
    });
  const lost = readCertificate(Object.fromEntries(people).lost!.certificate).serial;
  const list = (issuer: Issuer, revoked: readonly string[]) =>
    issueList(issuer, {
      issued: validFrom,
      next: validUntil,
      revoked: revoked.map((serial) => ({ serial, at: revokedAt })),
    });
  return {
    authority: {
      root: kept({ key: root.key, certificate: certify(root) }),
      intermediate: kept({ key: intermediate.key, certificate: certify(intermediate, 0) }),
      lists: [list(root, []), list(intermediate, [lost])].map((each) => Buffer.from(each).toString('base64')),
    },
    people: Object.fromEntries(people.map(([name, identity]) => [name, kept(identity)])) as Record<DemoHolder, Kept>,
  };
}

async function issueTo(holder: CertificateHolder, issuer: Issuer): Promise<Identity> {
  const key = await newKey(issuer.key.kind);
  const certificate = issueCertificate(issuer, {
    subject: subjectOf(holder),
    key,
    serial: newSerial(),
    validFrom,
    validUntil,
    extensions: [
      keyUsage(0, 1),
      extendedKeyUsage('1.3.6.1.5.5.7.3.4', ...holderOids(holder)),
      policy(holder.organisation ? '1.2.398.3.3.2.1' : '1.2.398.3.3.2.3'),
    ],
  });
  return { key, certificate };
}

function intermediateIssuer(kind: KeyKind, secret: string): Issuer {
  return { name: authorityName('ҰЛТТЫҚ', kind), key: keyOf(kind, secret) };
}

function authorityName(which: string, kind: KeyKind): Name {
  return [
    [nameParts.commonName, `${which} КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (${kind}) DEMO`],
    [nameParts.country, 'KZ'],
  ];
}

function kept({ key, certificate }: Identity): Kept {
  return { secret: key.secret, certificate: Buffer.from(certificate).toString('base64') };
}

/** Random, positive, and of 20 bytes, as the National Certification Authority's are. */
function newSerial(): string {
  const bytes = randomBytes(20);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes.toString('hex');
}
