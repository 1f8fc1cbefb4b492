import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { applicationRoles } from '../../installation/roles.ts';
import { addressed, environments, files } from './separate-processes-environments.ts';
import type { ProcessName } from './separate-processes-environments.ts';

// What is tried in the tests of separate processes is what docker-compose.yml starts.

const project = join(import.meta.dirname, '../..');
const [compose, example] = await Promise.all(
  ['docker-compose.yml', 'deployment/example.env'].map((file) => readFile(join(project, file), 'utf8')),
);

/** The parts of the file, each from a line that is not indented, or indented as told. */
const parts = (text: string, indent = '') => text.split(new RegExp(`\\n(?=${indent}\\S)`));
const services = parts(
  parts(compose!).find((part) => part.startsWith('services:'))!,
  '  ',
);

/** What stands of a service in the file, with all that it refers to. */
function service(name: string): string {
  const own = services.find((part) => part.startsWith(`  ${name}:`))!;
  return [own, ...referredTo(own)].join('\n');
}

function referredTo(text: string): string[] {
  return [...text.matchAll(/\*([\w-]+)/g)].flatMap(([, anchor]) => {
    const whole = parts(compose!).find((part) => part.startsWith(`x-${anchor}: &${anchor}\n`))!;
    return [whole, ...referredTo(whole)];
  });
}

const variables = (text: string) => [...new Set([...text.matchAll(/^ +([A-Z][A-Z_]+):/gm)].map(([, name]) => name!))];

const nowhere = Object.fromEntries(addressed.map((name) => [name, 0])) as Record<(typeof addressed)[number], number>;
const told = environments({
  folder: '',
  secrets: { STORAGE_KEY: '', IDENTITY_KEY: '' },
  databaseUrl: 'postgres://database',
  publicUrl: '',
  ports: nowhere,
  demo: false,
});

/** Where a process is, and for how long it goes on when it is told to stop, is decided for each installation. */
const ofPlace = ['HOST', 'PORT', 'STOP_DELAY', 'SUBGRAPH_URLS', 'TOKEN_AUDIENCE', 'TRUST_PROXY', 'CORS_ORIGINS'];

describe.each<[string, ProcessName]>([
  ...addressed.map((name) => [name, name] as [string, ProcessName]),
  ['gateway-1', 'gateway'],
  ['gateway-2', 'gateway'],
])('%s', (name, process) => {
  test('is started with its command', () => {
    expect(service(name)).toContain(`command: [node, --import, tsx, ${files[process]}]`);
  });

  test('is told what it needs, and no more', () => {
    const without = (names: string[]) => names.filter((each) => !ofPlace.includes(each)).toSorted();
    expect(without(variables(service(name)))).toEqual(without(Object.keys(told[process])));
  });

  test('has the private key of jobs only where something is signed with it', () => {
    const secrets = [...service(name).matchAll(/secrets: \[(.+)\]/g)].map(([, secret]) => secret);
    const [own] = secrets;
    expect(own?.split(', ').find((secret) => secret.startsWith('system-key'))).toBe(keyOf(process));
  });
});

function keyOf(process: ProcessName): string | undefined {
  if (process === 'gateway') return undefined;
  return told[process].SYSTEM_KEY!.endsWith('-public.json') ? 'system-key-public' : 'system-key';
}

test('each database role has a password, which the migration sets', () => {
  const passwords = applicationRoles.map((role) => `DATABASE_PASSWORD_${role.replace('qonaq_', '').toUpperCase()}`);
  expect(variables(service('migration')).toSorted()).toEqual(['DATABASE_URL', ...passwords].toSorted());
});

test('gateways wait for every subgraph', () => {
  for (const name of addressed.filter((each) => each !== 'identity'))
    expect(service('gateway-1')).toContain(`    ${name}: { condition: service_healthy }`);
});

test('deployment/example.env names every variable that the file asks for, and no other', () => {
  const asked = new Set([...compose!.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!));
  expect([...example!.matchAll(/^(\w+)=/gm)].map(([, name]) => name).toSorted()).toEqual([...asked].toSorted());
});
