import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composedSchema } from './compose.ts';
import { complaintLifecycles, residenceLifecycles } from './lifecycles.ts';

for (const [file, text] of Object.entries(await composedSchema()))
  await writeFile(join(import.meta.dirname, file), text);

await writeFile(join(import.meta.dirname, '../docs/residence.md'), residenceLifecycles());
await writeFile(join(import.meta.dirname, '../docs/complaints.md'), complaintLifecycles());
