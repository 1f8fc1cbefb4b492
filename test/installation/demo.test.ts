import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { demoToken } from '../../installation/demo/tokens.ts';
import { noteRunning, readRunning } from '../../installation/running.ts';
import { installationSecrets } from '../../installation/secrets.ts';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { newPerson, registerPerson } from '../proofs/register-person.ts';
import { SteadyClient } from '../proofs/steady-client.ts';
import { GraphClient } from '../support/graph-client.ts';
import { readPdf } from '../support/pdf.ts';

// Whole processes are started: a busy machine takes many times as long as an idle one.
const project = join(import.meta.dirname, '../..');
const started: ChildProcess[] = [];
let folder: string;
let product: ChildProcess;
/** The first run of the demo. */
let first: Ran;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qonaq-demo-'));
  await chmod(folder, 0o711);
  product = await startProduct();
  await leaveOpen();
  first = await run('installation/demo/demo-command.ts');
});

afterAll(async () => {
  await Promise.all(started.filter(isAlive).map((each) => end(each, 'SIGTERM')));
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

test('the demo leads three people from the passport to the certificate', async () => {
  expect(first).toMatchObject({ code: 0, errors: '' });
  const certificates = await Promise.all(certificatesOf(first).map((file) => readFile(file)));
  const pages = (await Promise.all(certificates.map(readPdf))).map(([page]) => page!);
  expect(certificates.map((bytes) => bytes.toString('latin1', 0, 5))).toEqual(['%PDF-', '%PDF-', '%PDF-']);
  expect(pages.map(({ aslant }) => aslant)).toEqual([
    ['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN'],
    ['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN'],
    ['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN'],
  ]);
  const [mustermann, eriksson, deBruijn] = numbersOf(first);
  expect(mustermann).toMatch(/^64081209\d{4}$/);
  expect(eriksson).toMatch(/^74081209\d{4}$/);
  expect(deBruijn).toMatch(/^65031009\d{4}$/);
  expect(pages[0]!.left).toContain(`Жеке сәйкестендіру нөмірі (ЖСН): ${mustermann} Тегі Мустерманн`);
  expect(pages[1]!.left).toContain(`Жеке сәйкестендіру нөмірі (ЖСН): ${eriksson} Тегі Эрикссон`);
  expect(pages[2]!.left).toContain(`Жеке сәйкестендіру нөмірі (ЖСН): ${deBruijn} Тегі Де Брёйн`);
});

test('the demo leads Erika, whom Berlin registered, with her number to an agreed interview for the Digital Nomad Residency', () => {
  const steps = linesOf(first, 'Erika', 'Astana Hub');
  const [mustermann] = numbersOf(first);
  expect(steps).toEqual([
    `is registered with the number of her certificate: ${mustermann}`,
    expect.stringMatching(/^attaches 7 documents, with a photo of 35×45 mm, \d+ kB$/),
    expect.stringMatching(/^consents to data processing, and submits PET-\d{4}-000001 \(B§4\)$/),
    expect.stringMatching(/^approves the documents; offers times until \d{4}-\d\d-\d\d 18:30 \(B§6\)$/),
    expect.stringMatching(/^offers \S+ 10:00 and \S+ 10:30 \(B§6\)$/),
    expect.stringMatching(/^chooses \S+ 10:00 Astana time \(B§6\)$/),
    'records the interview before its time: WRONG_STATE (B§7)',
    expect.stringMatching(/^asks for the state duty: /),
    expect.stringMatching(/^files CMP-\d{4}-000001, with the hub until \d{4}-\d\d-\d\d 18:30 \(A§15-3\)$/),
    expect.stringMatching(/^forwards CMP-\d{4}-000001 with the case file \(A§15-3\)$/),
    'looks into the cabinet: 3 unread; e-mails say the same',
    expect.stringMatching(/^finds PET-\d{4}-000001: INTERVIEW_AGREED$/),
  ]);
});

test('the demo shows what is refused: too early, incomplete, and what is not for the eyes of whoever asks', () => {
  const refused = first.output.split('\n').filter((line) => line.startsWith('  ✗ '));
  expect(refused).toEqual([
    expect.stringContaining('consul, Berlin    applies; not accepted: document missing: appointment act (A§7)'),
    expect.stringContaining('Astana Hub        records the interview before its time: WRONG_STATE (B§7)'),
    expect.stringMatching(/consul, Tashkent {2}asks for IIN-\d{4}-\d{6}: NOT_FOUND/),
    expect.stringMatching(/signer, MDDIAI {4}asks for PET-\d{4}-000001 too early: NOT_FOUND/),
  ]);
});

test('the demo gets past an application of the same person that was left open', () => {
  expect(first.output).toMatch(/refuses IIN-\d{4}-000001, which was left open/);
});

test('the demo keeps to 100 columns, without colours where there is no terminal', () => {
  const lines = first.output.split('\n').filter((line) => !line.includes(folder));
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
  expect(first.output).not.toContain('\u001b');
});

test('the demo runs again: the same people apply anew, are refused a second number (A§13), and Erika asks for a new petition', async () => {
  const second = await run('installation/demo/demo-command.ts');
  expect(second).toMatchObject({ code: 0, errors: '' });
  expect(new Set([...certificatesOf(first), ...certificatesOf(second)]).size).toBe(6);
  for (const iin of numbersOf(first)) expect(second.output).toContain(`it is the person who has ${iin}`);
  expect(numbersOf(second)).toEqual([]);
  const [withdrawn, registered] = linesOf(second, 'Erika');
  expect(withdrawn).toMatch(/^withdraws PET-\d{4}-000001, which was left open$/);
  expect(registered).toBe(`is registered with the number of her certificate: ${numbersOf(first)[0]}`);
  expect(second.output).toMatch(/finds PET-\d{4}-000002: INTERVIEW_AGREED/);
});

test('a second start on the same data says which process has them', async () => {
  const { code, errors } = await run('start.ts', { PORT: '0' });
  expect(code).toBe(1);
  expect(errors).toMatch(
    /^Qonaq did not start\. Qonaq is already running .*, as process \d+\. Stop that process first/,
  );
  expect(errors).toContain(`process ${product.pid}.`);
  expect(errors.trim().split('\n')).toHaveLength(1);
});

test('what was recorded is there after kill -9 and another start', async () => {
  await end(product, 'SIGKILL');
  product = await startProduct();
  const { output: token } = await run('installation/demo/token-command.ts', {}, ['consul', '--mission', '13']);
  const consul = new GraphClient((await readRunning(folder)).url, () => Promise.resolve(token.trim()));
  const { iinApplications } = (await consul.ask(
    '{ iinApplications(last: 2, filter: { states: [FORMED] }) { edges { node { iin state printedForm { id } } } } }',
  )) as Recorded;
  const recorded = iinApplications.edges.map(({ node }) => node).toReversed();
  const inBerlin = numbersOf(first).slice(0, 2);
  expect(recorded.map(({ iin, state }) => [iin, state])).toEqual(inBerlin.map((iin) => [iin, 'FORMED']));
  for (const [index, file] of certificatesOf(first).slice(0, 2).entries()) {
    const answer = await consul.get(`/documents/${recorded[index]!.printedForm.id}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(await readFile(file))).toBe(true);
  }
});

test.each([
  ['nothing was started', undefined, 'Nothing was started from this folder yet: run `npm start` first.'],
  [
    'it was stopped',
    { url: 'http://127.0.0.1:9', demo: true },
    'Nothing answers at http://127.0.0.1:9: run `npm start`',
  ],
  ['it is in earnest', { url: 'http://127.0.0.1:9', demo: false }, 'The demo needs an installation in demo mode'],
])('where %s, the demo says so', async (_, running, message) => {
  const empty = await mkdtemp(join(folder, 'another-'));
  if (running)
    await noteRunning(empty, { ...running, publicUrl: running.url, databaseUrl: 'postgres://127.0.0.1/qonaq' });
  const { code, output, errors } = await run('installation/demo/demo-command.ts', { QONAQ_DATA: empty });
  expect({ code, output }).toEqual({ code: 1, output: '' });
  expect(errors).toMatch(new RegExp(`^${message}[^\n]*\n$`));
});

/** An application of Erika Mustermann, as a run of the demo leaves it that is broken off. */
async function leaveOpen(): Promise<void> {
  const { demoSigningKey } = await installationSecrets(folder);
  const token = await demoToken(demoSigningKey, demoAccount('consul', { mission: 13 })!, [], systemClock);
  await registerPerson(new SteadyClient((await readRunning(folder)).url, token), newPerson());
}

interface Recorded {
  iinApplications: { edges: { node: { iin: string; state: string; printedForm: { id: string } } }[] };
}

/** What a process said until it ended. */
interface Ran {
  code: number | null;
  output: string;
  errors: string;
}

/** Runs a command of the project to its end. */
async function run(file: string, environment: Record<string, string> = {}, options: string[] = []): Promise<Ran> {
  const child = launch(file, environment, options);
  const [output, errors] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')]);
  return { code: child.exitCode, output, errors };
}

/** Starts the product on a port of the system's choice; it is there when it says so. */
async function startProduct(): Promise<ChildProcess> {
  const child = launch('start.ts', { PORT: '0' });
  const errors = text(child.stderr!);
  let said = '';
  await new Promise<void>((ready, fail) => {
    child.stdout!.on('data', (piece) => {
      said += String(piece);
      if (said.includes('Qonaq is running')) ready();
    });
    child.once('exit', () => void errors.then((words) => fail(new Error(`It did not start: ${said}${words}`))));
  });
  return child;
}

/** Starts a process as npm does, on the test's data and with nothing of the machine's own configuration. */
function launch(file: string, environment: Record<string, string> = {}, options: string[] = []): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...options], {
    cwd: project,
    env: { PATH: process.env.PATH, QONAQ_DATA: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** The files that a run of the demo names at its end. */
function certificatesOf({ output }: Ran): string[] {
  return output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.endsWith('.pdf'));
}

/** What these did in a run of the demo, in its order. */
function linesOf({ output }: Ran, ...names: string[]): string[] {
  return output
    .split('\n')
    .filter((line) => /^ {2}[✓✗] /.test(line) && names.includes(line.slice(4, 22).trim()))
    .map((line) => line.slice(22).replace(/ +\d+ ms$/, ''));
}

/** The numbers that a run of the demo had formed. */
function numbersOf({ output }: Ran): string[] {
  return Array.from(output.matchAll(/forms the number for \S+: (\d{12})/g), ([, iin]) => iin!);
}
