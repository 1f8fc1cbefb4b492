import { join } from 'node:path';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { almatyDate } from '../../subgraphs/kit/terms/calendar.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import { installationConfiguration } from '../configuration.ts';
import { readRunning } from '../running.ts';
import { installationSecrets } from '../secrets.ts';
import { demoAccount } from './accounts.ts';
import { Client } from './client.ts';
import { write } from './screen.ts';
import { tellStory } from './story.ts';
import { demoToken } from './tokens.ts';

// npm run demo: shows the running product at work, as its users over HTTP.
try {
  await demo();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

async function demo(): Promise<void> {
  const { QONAQ_DATA: folder } = installationConfiguration(process.env);
  const { url, demo } = await readRunning(folder);
  if (!demo) throw new Error('The demo needs an installation in demo mode; this one is none.');
  await requireReady(url);
  write(`Qonaq at ${url}, each step over HTTP, as a client of yours would do it.`);

  const { demoSigningKey } = await installationSecrets(folder);
  const client = async (name: string, role: Role, mission?: number) => {
    const token = await demoToken(demoSigningKey, demoAccount(role, { mission })!, [], systemClock);
    return new Client(name, url, token);
  };
  const cast = {
    berlin: await client('consul, Berlin', 'consul', 13),
    tashkent: await client('consul, Tashkent', 'consul', 44),
    mfa: await client('employee, MFA', 'authorised_employee'),
    astana: await client('operator, Astana', 'iin_operator'),
    erika: await client('Erika', 'applicant'),
    astanaHub: await client('Astana Hub', 'hub_officer'),
    signer: await client('signer, MDDIAI', 'mddiai_signer'),
    reviewer: await client('reviewer', 'complaint_reviewer'),
    audit: await client('auditor', 'auditor'),
  };
  const certificates = await tellStory(cast, almatyDate(systemClock.now()), join(folder, 'demo'));
  write(`\nThe certificates (specimens, as everything that is printed in demo mode):`);
  for (const file of certificates) write(`  ${file}`);
}

async function requireReady(url: string): Promise<void> {
  const answer = await fetch(`${url}/readyz`).catch(() => undefined);
  if (!answer) throw new Error(`Nothing answers at ${url}: run \`npm start\` first, in another terminal.`);
  if (!answer.ok) throw new Error(`Qonaq at ${url} is not ready: ${await answer.text()}`);
}
