import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import type { DestinationStream } from 'pino';
import { installationConfiguration } from './installation/configuration.ts';
import type { InstallationConfiguration } from './installation/configuration.ts';
import { openInstallation } from './installation/open.ts';
import type { OpenInstallation } from './installation/open.ts';
import { systemClock } from './subgraphs/kit/clock.ts';

// The whole product in one process: database, migrations, subgraphs, gateway.
try {
  await start(installationConfiguration(process.env));
} catch (error) {
  console.error(`Qonaq did not start. ${explanation(error)}`);
  process.exit(1);
}

async function start(configuration: InstallationConfiguration): Promise<void> {
  await mkdir(configuration.QONAQ_DATA, { recursive: true });
  const logFile = join(configuration.QONAQ_DATA, 'qonaq.log');
  const log = openLog(logFile);
  const installation = await openInstallation(configuration, systemClock, pino({ base: null }, log));
  stopWhenTold(installation);
  console.log(welcome(installation, configuration, logFile));
}

/** Lines are written together, at the latest after a second, or when the process ends: a write of its own for each costs as much as a small request. */
function openLog(file: string): DestinationStream {
  const log = destination({
    dest: file,
    sync: false,
    mkdir: true,
    mode: 0o600,
    minLength: 8_192,
    periodicFlush: 1_000,
  });
  log.once('ready', () => process.once('exit', () => log.flushSync()));
  return log;
}

function stopWhenTold({ close, databaseEnded }: OpenInstallation): void {
  let stopping = false;
  const stop = (reason: string, code: number) => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log(`${reason}: stopping.`);
    void close().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal, 0));
  void databaseEnded.then(() => stopping || stop('The database has ended', 1));
}

function welcome(
  { url, demo }: OpenInstallation,
  { QONAQ_DATA: folder, DATABASE_URL: external }: InstallationConfiguration,
  logFile: string,
) {
  const lines = [
    `Qonaq is running (${process.uptime().toFixed(1)} s).`,
    `  Home page  ${url}/`,
    `  Graph      ${url}/graphql`,
    `  GraphiQL   ${url}/graphiql`,
    `  Dashboard  ${url}/dashboard`,
    `  Database   ${external ? 'external (DATABASE_URL)' : 'embedded PostgreSQL 18'}${demo ? ', demo mode: every printed page is a specimen' : ''}`,
    `  Data       ${folder}`,
    `  Log        ${logFile}`,
  ];
  const next = demo
    ? [
        'Try next, in another terminal:',
        '  npm run demo',
        '  npm run --silent token -- consul --mission 13',
        '  npm run --silent sign-in',
      ]
    : ['The first administrator of an empty installation:', '  npm run admin -- create NAME EMAIL'];
  return [...lines, ...next, 'Ctrl-C stops it.'].join('\n');
}

function explanation(error: unknown): string {
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  return code === 'EADDRINUSE' ? `Port ${port} is taken: set PORT to another one.` : (message ?? String(error));
}
