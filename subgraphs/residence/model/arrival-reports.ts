import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PolicyDef } from '@mikro-orm/postgresql';
import { viewerIs } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { crossingDirections } from './enumerations.ts';

// What the border and the fingerprint system tell (B§19, B§22). A system knows what it told itself; the officers see it where they see the case. No graph shows it.

const ownReport = `(${viewerIs('partner')} and recorded_by = (select kit.viewer_account()))`;
const ofSeenCase = 'exists (select from residence.residence_case seen where seen.id = case_id)';

const reportPolicies: PolicyDef[] = [
  {
    name: 'read',
    command: 'select',
    using: `${ownReport} or ${viewerIs('system')} or (${viewerIs('kkq_officer', 'psc_officer')} and ${ofSeenCase})`,
  },
  { name: 'write', command: 'insert', check: ownReport },
  { name: 'note', command: 'update', using: viewerIs('system') },
];

const reportColumns = () => ({
  id: p.uuid().primary(),
  /** By which the system that told it knows it. */
  reference: p.text(),
  recordedAt: instant(),
  recordedBy: p.uuid(),
  /** The case at which it was noted. */
  caseId: p.uuid().nullable(),
});

export const BorderCrossingTable = defineEntity({
  name: 'BorderCrossing',
  tableName: 'border_crossing',
  schema: 'residence',
  properties: {
    ...reportColumns(),
    iin: p.text().nullable(),
    documentCountry: p.text().nullable(),
    documentNumber: p.text().nullable(),
    direction: p.enum(crossingDirections),
    crossedAt: instant(),
    checkpoint: p.text(),
  },
  indexes: [
    { properties: ['caseId', 'id'] },
    { properties: ['iin'] },
    { properties: ['documentNumber', 'documentCountry'] },
  ],
  uniques: [{ properties: ['recordedBy', 'reference'] }],
  policies: reportPolicies,
  rowLevelSecurity: 'force',
});

/** A crossing of the border, as the border system told it. */
export class BorderCrossing extends BorderCrossingTable.class {}
BorderCrossingTable.setClass(BorderCrossing);

export const FingerprintingTable = defineEntity({
  name: 'Fingerprinting',
  tableName: 'fingerprinting',
  schema: 'residence',
  properties: { ...reportColumns(), iin: p.text(), takenAt: instant(), place: p.text() },
  indexes: [{ properties: ['caseId', 'id'] }, { properties: ['iin'] }],
  uniques: [{ properties: ['recordedBy', 'reference'] }],
  policies: reportPolicies,
  rowLevelSecurity: 'force',
});

/** Fingerprints that were taken, as the fingerprint system told it. */
export class Fingerprinting extends FingerprintingTable.class {}
FingerprintingTable.setClass(Fingerprinting);
