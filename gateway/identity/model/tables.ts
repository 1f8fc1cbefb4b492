import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { instant } from '../../../subgraphs/kit/orm/properties.ts';

// What the identity provider keeps, in the schema `identity`: nobody else reads it.

/** With what an account signs in: a password and one-time codes. */
export const CredentialTable = defineEntity({
  name: 'identity.Credential',
  tableName: 'credential',
  schema: 'identity',
  properties: {
    accountId: p.uuid().primary(),
    email: p.text(),
    passwordHash: p.text(),
    /** Sealed. */
    oneTimeCodeSecret: p.text(),
    /** The step of the last code that was used: none works twice. */
    lastStep: p.bigint('number'),
    /** Hashes of those that are left. */
    recoveryCodes: p.array(),
    setAt: instant(),
  },
  indexes: [{ properties: ['email'] }],
});

/** Whose electronic signature is whose account, by a keyed hash of the number in the certificate. */
export const CertificateHolderTable = defineEntity({
  name: 'identity.CertificateHolder',
  tableName: 'certificate_holder',
  schema: 'identity',
  properties: { holderHash: p.text().primary(), accountId: p.uuid().primary(), boundAt: instant() },
  indexes: [{ properties: ['accountId'] }],
});

/** Links with which somebody chooses what to sign in with; written by `missions`, through a function. */
export const InvitationTable = defineEntity({
  name: 'identity.Invitation',
  tableName: 'invitation',
  schema: 'identity',
  properties: {
    tokenHash: p.text().primary(),
    accountId: p.uuid(),
    email: p.text(),
    kind: p.enum(['INVITATION', 'RESET'] as const),
    createdAt: instant(),
    expiresAt: instant(),
    usedAt: instant().nullable(),
  },
  indexes: [{ properties: ['accountId'] }],
});

/** The keys that tokens are signed with. */
export const SigningKeyTable = defineEntity({
  name: 'identity.SigningKey',
  tableName: 'signing_key',
  schema: 'identity',
  properties: { id: p.text().primary(), encryptedKey: p.text(), createdAt: instant(), signsFrom: instant() },
});

/** What the OpenID provider keeps of sessions, grants, codes and tokens. */
const ArtifactTable = defineEntity({
  name: 'identity.Artifact',
  tableName: 'artifact',
  schema: 'identity',
  properties: {
    kind: p.text().primary(),
    id: p.text().primary(),
    sealed: p.text(),
    grantId: p.text().nullable(),
    uid: p.text().nullable(),
    accountId: p.text().nullable(),
    consumedAt: instant().nullable(),
    expiresAt: instant().nullable(),
  },
  indexes: [
    { properties: ['grantId'] },
    { properties: ['uid'] },
    { properties: ['accountId'] },
    { properties: ['expiresAt'] },
  ],
});

/** All tables of the schema `identity`. */
export const identityTables: EntitySchema[] = [
  CredentialTable,
  CertificateHolderTable,
  InvitationTable,
  SigningKeyTable,
  ArtifactTable,
] as EntitySchema[];
