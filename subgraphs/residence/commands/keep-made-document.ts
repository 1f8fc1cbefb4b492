import type { CommandSession } from '../../kit/commands/command.ts';
import { storeBytes } from '../../kit/storage/store-bytes.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import type { NoticeData } from '../forms/preliminary-notices.ts';
import { CaseDocumentRow } from '../model/case-document.ts';
import type { MadeKind } from '../model/enumerations.ts';
import type { ResidenceCase } from '../model/residence-case.ts';

/** What every notice of a decision on a case says. */
export function noticeData({ context, now }: CommandSession, residenceCase: ResidenceCase): NoticeData {
  const { number, city, iin, latinName, cyrillicName, birthDate } = residenceCase;
  const person = { iin, latinName, cyrillicName, birthDate };
  return { ...person, number, city, issuedOn: almatyDate(now), specimen: context.services.demo };
}

/** Keeps what the product made, such as a letter or a notice, as a document of its petition or case; answers its id. */
export async function keepMadeDocument(
  { em, viewer, now, context }: CommandSession,
  { id: caseId }: { id: string },
  kind: MadeKind,
  bytes: Buffer,
): Promise<string> {
  const { id, size, sha256 } = await storeBytes(context.services.storage, bytes, viewer.accountId);
  em.create(CaseDocumentRow, {
    caseId,
    id,
    stage: 'MADE',
    kind,
    mediaType: 'application/pdf',
    size,
    sha256,
    facts: {},
    signature: null,
    signedAt: null,
    addedAt: now,
    addedBy: viewer.accountId,
  });
  return id;
}
