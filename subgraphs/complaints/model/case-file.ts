import { defineEntity, p } from '@mikro-orm/postgresql';
import { withCase } from '../../kit/model/policies.ts';
import { mediaTypes } from '../../kit/storage/storage.ts';
import type { MediaType } from '../../kit/storage/storage.ts';
import { caseFilePolicy } from './visibility.ts';

/** A text in the three languages. */
interface Localized {
  kk: string;
  ru: string;
  en: string;
}

/** A case file as it was told; moments as ISO texts. */
export interface ToldCaseFile {
  takenAt: string;
  number: string;
  facts: { name: Localized; text: string }[];
  history: { at: string; kind: string; text: Localized }[];
  documents: { id: string; kind: string; mediaType: MediaType; size: number; sha256: string }[];
  actedBy: string[];
}

// Whoever forwards a complaint writes them, and reads them no more: that is the reviewing body's.
const policies = [
  { name: 'read', command: 'select', using: caseFilePolicy() },
  { name: 'write', command: 'insert', check: withCase('complaints.complaint') },
] as const;

/** The case files that were sent to the reviewing body along with complaints, as they stood then (A§15-3). */
export const CaseFileTable = defineEntity({
  name: 'ComplaintCaseFile',
  tableName: 'case_file',
  schema: 'complaints',
  properties: {
    /** The complaint. */
    caseId: p.uuid().primary(),
    content: p.json().$type<ToldCaseFile>(),
  },
  policies: [...policies],
  rowLevelSecurity: 'force',
});

/** A case file that was sent along. */
export class CaseFileRow extends CaseFileTable.class {}
CaseFileTable.setClass(CaseFileRow);

/** The documents of those case files, by the id of their bytes. */
export const CaseFileDocumentTable = defineEntity({
  name: 'ComplaintCaseFileDocument',
  tableName: 'case_file_document',
  schema: 'complaints',
  properties: {
    /** The complaint. */
    caseId: p.uuid().primary(),
    /** The id of its bytes. */
    id: p.uuid().primary(),
    kind: p.text(),
    mediaType: p.enum(mediaTypes),
    size: p.integer(),
    sha256: p.text(),
  },
  indexes: [{ properties: ['id'] }],
  policies: [...policies],
  rowLevelSecurity: 'force',
});

/** A document of a case file that was sent along. */
export class CaseFileDocumentRow extends CaseFileDocumentTable.class {}
CaseFileDocumentTable.setClass(CaseFileDocumentRow);
