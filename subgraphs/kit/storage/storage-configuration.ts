import { z } from 'zod';
import { folderStorage } from './folder-storage.ts';
import type { DocumentStorage } from './storage.ts';

/** Where documents are kept, and with which key. Both or neither: a process that handles none needs no key. */
export const storageSettings = {
  STORAGE_FOLDER: z.string().optional(),
  STORAGE_KEY: z.string().startsWith('AGE-SECRET-KEY-').optional(),
};

/** The storage that the environment describes; none when it says nothing. */
export function configuredStorage(
  settings: z.output<z.ZodObject<typeof storageSettings>>,
): DocumentStorage | undefined {
  const { STORAGE_FOLDER: folder, STORAGE_KEY: key } = settings;
  return folder && key ? folderStorage({ folder, key }) : undefined;
}

/** The storage of a process that was given none: whoever reaches for a document meets a bug of the configuration. */
export const noStorage: DocumentStorage = {
  store: refuse,
  keep: refuse,
  removeUnkept: refuse,
  describe: refuse,
  read: refuse,
};

function refuse(): Promise<never> {
  return Promise.reject(new Error('This process has no document storage: set STORAGE_FOLDER and STORAGE_KEY.'));
}
