import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composedSchema } from './compose.ts';
import { residenceLifecycles } from './lifecycles.ts';

for (const [file, text] of Object.entries(await composedSchema()))
  await writeFile(join(import.meta.dirname, file), text);

await writeFile(join(import.meta.dirname, '../docs/residence.md'), residenceLifecycles());
