import { defineEntity, p } from '@mikro-orm/postgresql';
import { auditedWhen, withCase } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { mediaTypes } from '../../kit/storage/storage.ts';

/** What was attached to complaints. */
export const ComplaintDocumentTable = defineEntity({
  name: 'ComplaintDocument',
  tableName: 'complaint_document',
  schema: 'complaints',
  properties: {
    /** The complaint. */
    caseId: p.uuid(),
    /** The id of its bytes. */
    id: p.uuid().primary(),
    mediaType: p.enum(mediaTypes),
    size: p.integer(),
    sha256: p.text(),
    addedAt: instant(),
    addedBy: p.uuid(),
  },
  indexes: [{ properties: ['caseId', 'id'] }],
  policies: [auditedWhen(withCase('complaints.complaint'))],
  rowLevelSecurity: 'force',
});

/** A document that was attached to a complaint. */
export class ComplaintDocumentRow extends ComplaintDocumentTable.class {}
ComplaintDocumentTable.setClass(ComplaintDocumentRow);
