import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { JWK } from 'jose';
import { verifyBundle } from './verify-bundle.ts';

const usage = 'Usage: npm run verify-seals -- FILE --key PUBLIC-KEY.json [--heads FOLDER]';

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string', multiple: true }, heads: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file || !values.key) throw new Error(usage);
  const keys = await Promise.all(values.key.map(async (each) => JSON.parse(await readFile(each, 'utf8')) as JWK));
  const { faults, summary } = await verifyBundle(file, keys, values.heads);
  for (const line of [...faults, summary]) console.log(line);
  if (faults.length > 0) process.exit(1);
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
