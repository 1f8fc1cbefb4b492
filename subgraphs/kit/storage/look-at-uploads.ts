import type { ClassType } from 'type-graphql';
import type { CommandSession } from '../commands/command.ts';
import type { Problem } from '../errors/fault.ts';
import { isId } from '../ids.ts';
import { measurePicture } from '../pictures/measure-picture.ts';
import type { PictureSize } from '../pictures/measure-picture.ts';
import type { StoredObject } from './storage.ts';

/** A scan that somebody uploaded before. */
export type Upload = StoredObject & { picture: PictureSize | null };

/**
 * Looks at scans by their ids: only whoever uploaded one may attach it, and only once.
 *
 * @param documents where the subgraph keeps what is attached, by the id of its bytes.
 * @param pathOf where in the input the n-th stands.
 */
export async function lookAtUploads(
  { em, viewer, context: { services } }: CommandSession,
  documents: ClassType<{ id: string }>,
  ids: readonly string[],
  pathOf: (index: number) => Problem['path'],
): Promise<{ uploads: (Upload | undefined)[]; problems: Problem[] }> {
  const attached = await em.find(documents, { id: { $in: ids.filter(isId) } }, { fields: ['id'] });
  const uploads: (Upload | undefined)[] = [];
  const problems: Problem[] = [];
  for (const [index, id] of ids.entries()) {
    const stored = await services.storage.describe(id);
    const own = stored?.accountId === viewer.accountId ? stored : undefined;
    const picture = own && (await measurePicture(services.storage, own));
    const usable = picture && 'measured' in picture;
    uploads.push(usable ? { ...own, picture: picture.measured } : undefined);
    if (!own) problems.push({ code: 'DOCUMENT_UNKNOWN', path: pathOf(index) });
    else if (!usable) problems.push({ code: 'DOCUMENT_PICTURE_DAMAGED', path: pathOf(index) });
    if (ids.indexOf(id) < index || attached.some((each) => each.id === id))
      problems.push({ code: 'DOCUMENT_ATTACHED_ALREADY', path: pathOf(index) });
  }
  return { uploads, problems };
}
