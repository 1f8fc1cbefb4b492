import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { bundledSources } from '../../gateway/pages/bundle.ts';

const product = join(import.meta.dirname, '../..');

/** The files of the product that a file's bundle takes up; what is imported for its types alone isn't. */
function takenUp(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?!type)(?:[^;]*? from )?'(\.[^']+)'/gms);
  return [...imports].map(([, path]) => resolve(dirname(file), path!)).filter((path) => existsSync(path));
}

test('A bundle is made anew when anything changes that is in it', () => {
  const pages = join(product, 'gateway/pages/browser');
  const entries = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const files = new Set(entries.map((file) => join(pages, file)));
  for (const file of files) takenUp(file).forEach((each) => files.add(each));
  const paths = [...files].map((file) => relative(product, file));
  expect(paths).toContain('subgraphs/kit/errors/messages.ts');
  const isSource = (path: string) => bundledSources.some((source) => path === source || path.startsWith(`${source}/`));
  expect(paths.filter((path) => !isSource(path))).toEqual([]);
});
