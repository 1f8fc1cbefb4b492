import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composedSchema } from './compose.ts';

for (const [file, text] of Object.entries(await composedSchema()))
  await writeFile(join(import.meta.dirname, file), text);
