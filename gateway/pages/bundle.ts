import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const sources = join(import.meta.dirname, 'browser');
const product = join(import.meta.dirname, '../..');

/** What a bundle is made of: folders and files of the product. */
export const bundledSources = [
  'gateway/pages',
  'gateway/identity/pages/role-names.ts',
  'schema/operations',
  'subgraphs/kit/errors',
  'subgraphs/kit/pages',
  'package-lock.json',
];

/** As long as a bundle's name has to be for nobody to mistake it for another one. */
const nameLength = 16;

/**
 * The folder of the pages that run in the browser, bundled from their sources as they are now. Made when it isn't there yet, which takes some seconds; older ones are removed.
 *
 * @param folder where bundles are kept.
 */
export async function bundledPages(folder: string): Promise<string> {
  const name = await fingerprint();
  const bundle = join(folder, name);
  if (existsSync(bundle)) return bundle;
  await mkdir(folder, { recursive: true });
  const making = await mkdtemp(join(folder, '.making-'));
  try {
    await build(making);
    await rename(making, bundle);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    // Somebody else made it meanwhile.
    if (!existsSync(bundle)) throw error;
  }
  const former = (await readdir(folder)).filter((each) => each.length === nameLength && each !== name);
  await Promise.all(former.map((each) => rm(join(folder, each), { recursive: true, force: true })));
  return bundle;
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of bundledSources) {
    for (const file of await filesOf(join(product, source))) {
      hash.update(file.slice(product.length)).update(await readFile(file));
    }
  }
  return hash.digest('hex').slice(0, nameLength);
}

/** A file itself, or every file of a folder. */
async function filesOf(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** In a process of its own: the bundler needs much memory, once. */
async function build(folder: string): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const settings = ['build', '--config', join(sources, 'vite.config.ts'), '--outDir', folder, '--emptyOutDir'];
  const bundler = spawn(process.execPath, [vite, ...settings], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  bundler.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(bundler, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The pages could not be bundled.\n${said}`);
}
