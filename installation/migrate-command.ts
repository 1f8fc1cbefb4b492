import { z } from 'zod';
import { systemClock } from '../subgraphs/kit/clock.ts';
import { databaseUrl, readConfiguration, yesOrNo } from '../subgraphs/kit/configuration.ts';
import { requireVersion } from './database/external.ts';
import { applicationRoles } from './roles.ts';
import { setUp } from './set-up.ts';

/** The password of `qonaq_iin` is in `DATABASE_PASSWORD_IIN`, and so on. */
const variables = applicationRoles.map(
  (role) => [role, `DATABASE_PASSWORD_${role.replace('qonaq_', '').toUpperCase()}`] as const,
);

const settings = z.object({
  DATABASE_URL: databaseUrl(),
  QONAQ_DEMO: yesOrNo().optional(),
  ...(Object.fromEntries(variables.map(([, variable]) => [variable, z.string().min(16)])) as Record<
    `DATABASE_PASSWORD_${string}`,
    z.ZodString
  >),
});

// Sets an external database up, or brings it up to date; the processes of the product start after it.
try {
  const { DATABASE_URL: ownerUrl, QONAQ_DEMO: demo, ...passwords } = readConfiguration(settings, process.env);
  await requireVersion(ownerUrl);
  const mode = await setUp({
    ownerUrl,
    passwords: Object.fromEntries(
      variables.map(([role, variable]) => [role, passwords[variable as keyof typeof passwords]]),
    ),
    demo,
    demoByDefault: false,
    demoAllowed: true,
    clock: systemClock,
  });
  process.stdout.write(`The database is up to date${mode.demo ? ', in demo mode' : ''}.\n`);
} catch (error) {
  process.stderr.write(`The database was not set up. ${(error as Error).message}\n`);
  process.exit(1);
}
