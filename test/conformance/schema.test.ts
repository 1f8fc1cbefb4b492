import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { composedSchema } from '../../schema/compose.ts';

const folder = join(import.meta.dirname, '../../schema');

test('the committed schema is the one that the subgraphs compose to', async () => {
  const composed = Object.entries(await composedSchema());
  expect(composed.map(([file]) => file).toSorted()).toEqual([
    'subgraphs/applicants.graphql',
    'subgraphs/audit.graphql',
    'subgraphs/complaints.graphql',
    'subgraphs/iin.graphql',
    'subgraphs/missions.graphql',
    'subgraphs/residence.graphql',
    'supergraph.graphql',
  ]);
  for (const [file, text] of composed) expect(await readFile(join(folder, file), 'utf8')).toBe(text);
});

test('the supergraph says that its rights are a matter of security, so that no router ignores them', async () => {
  const supergraph = await readFile(join(folder, 'supergraph.graphql'), 'utf8');
  expect(supergraph).toMatch(/@link\(url: "https:\/\/specs\.apollo\.dev\/requiresScopes\/v0\.1", for: SECURITY\)/);
  expect(supergraph).toMatch(/@link\(url: "https:\/\/specs\.apollo\.dev\/authenticated\/v0\.1", for: SECURITY\)/);
});
