import { parseArgs } from 'node:util';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { cities, isRole, roles } from '../../subgraphs/kit/viewer/roles.ts';
import type { City } from '../../subgraphs/kit/viewer/roles.ts';
import { installationConfiguration } from '../configuration.ts';
import { readRunning } from '../running.ts';
import { installationSecrets } from '../secrets.ts';
import { demoAccount } from './accounts.ts';
import { demoToken } from './tokens.ts';

// npm run --silent token -- <role> [--mission N] [--city ASTANA|ALMATY] [--scope a,b]
try {
  console.log(await token());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function token(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { mission: { type: 'string' }, city: { type: 'string' }, scope: { type: 'string' } },
  });
  const [role] = positionals;
  if (!isRole(role)) throw new Error(`Name a role: ${roles.filter((each) => each !== 'system').join(', ')}.`);
  if (values.city && !cities.includes(values.city as City)) throw new Error(`--city is ${cities.join(' or ')}.`);
  if (values.mission && !/^\d{1,3}$/.test(values.mission))
    throw new Error('--mission is the number of a mission, 1 to 100.');
  const mission = values.mission === undefined ? undefined : Number(values.mission);
  const account = demoAccount(role, { mission, city: values.city as City | undefined });
  if (!account)
    throw new Error(`There is no demo account of ${role}${mission === undefined ? '' : ` at mission ${mission}`}.`);
  const { QONAQ_DATA: folder } = installationConfiguration(process.env);
  const { demo } = await readRunning(folder);
  if (!demo) throw new Error('Tokens of demo accounts exist in demo mode only.');
  const { demoSigningKey } = await installationSecrets(folder);
  return demoToken(demoSigningKey, account, values.scope?.split(',') ?? [], systemClock);
}
