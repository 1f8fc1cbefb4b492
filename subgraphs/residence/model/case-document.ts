import { defineEntity, p } from '@mikro-orm/postgresql';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { auditedWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { mediaTypes } from '../../kit/storage/storage.ts';
import { documentStages } from './enumerations.ts';
import type { MadeKind } from './enumerations.ts';
import { withCasePolicy } from './visibility.ts';

/** What a document of a petition or a case is: something that is brought, or something that the product makes. */
export type CaseDocumentKind = DocumentKind | MadeKind;

/** What stands in a petition or a case: the documents that were brought, as they were told of then, and those that the product made. */
export const CaseDocumentTable = defineEntity({
  name: 'CaseDocument',
  tableName: 'case_document',
  schema: 'residence',
  properties: {
    caseId: p.uuid().primary(),
    /** The id of its bytes. */
    id: p.uuid().primary(),
    stage: p.enum(documentStages),
    kind: p.text().$type<CaseDocumentKind>(),
    mediaType: p.enum(mediaTypes),
    size: p.integer(),
    sha256: p.text(),
    /** What was told of it, copied as a paper file would hold it; dates as ISO texts. */
    facts: p.json().$type<Record<string, unknown>>(),
    /** What was verified of the electronic signature over its bytes, so that it can be verified again years later. */
    signature: p.json().$type<object>().nullable(),
    signedAt: instant().nullable(),
    addedAt: instant(),
    addedBy: p.uuid(),
  },
  indexes: [{ properties: ['id'] }],
  policies: [auditedWhen(withCasePolicy())],
  rowLevelSecurity: 'force',
});

/** A document of a petition or a case. */
export class CaseDocumentRow extends CaseDocumentTable.class {
  /** Whose it is, where it is asked for by itself. */
  declare subjects?: readonly string[];
}
CaseDocumentTable.setClass(CaseDocumentRow);
