import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { installationConfiguration } from '../configuration.ts';
import { readRunning } from '../running.ts';
import { demoAuthority } from './authority.ts';
import { demoHolders } from './authority-people.ts';
import type { DemoHolder } from './authority-people.ts';
import { signDocument } from './authority-signing.ts';

// npm run sign -- FILE --as <holder> [--gost] [--attached]
try {
  console.log(await sign());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

/** Signs a file as somebody of the demo; the signature lies beside it, as `FILE.cms`. */
async function sign(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, gost: { type: 'boolean' }, attached: { type: 'boolean' } },
  });
  const [name] = positionals;
  const { as: holder } = values;
  if (!name) throw new Error('Name the file to sign.');
  // npm runs scripts in the project's folder, wherever it is called from.
  const file = resolve(process.env.INIT_CWD ?? '.', name);
  if (!isDemoHolder(holder)) throw new Error(`Name who signs: --as ${Object.keys(demoHolders).join(', --as ')}.`);
  const { QONAQ_DATA: folder } = installationConfiguration(process.env);
  const { demo } = await readRunning(folder);
  if (!demo) throw new Error('People of the demo sign in demo mode only.');
  const identity = (await demoAuthority(folder)).identity(holder, values.gost ? 'GOST' : 'RSA');
  const options = { at: systemClock.now(), attached: values.attached ?? false };
  const signature = `${file}.cms`;
  await writeFile(signature, signDocument(await readFile(file), identity, options));
  return signature;
}

function isDemoHolder(name: string | undefined): name is DemoHolder {
  return name !== undefined && Object.hasOwn(demoHolders, name);
}
