import fc from 'fast-check';
import { contents } from '../support/contents.ts';
import { contractCodes } from '../support/contract-codes.ts';
import { damaging } from '../support/damage.ts';
import type { ClientError } from '../support/graph-client.ts';
import type { TestProduct } from '../support/product.ts';
import { operationsOn } from './damaged-operations.ts';
import type { Operation } from './damaged-operations.ts';
import { Languages } from './languages.ts';
import { randomFrom } from './random.ts';
import { strayRows } from './stray-rows.ts';

/** How large the proof is. */
export interface DamagedInputsSize {
  /** How often each operation is sent ten inputs. */
  rounds: number;
  seed: number;
}

/** What the proof found. */
export interface DamagedInputsFinding {
  /** Inputs that were sent. */
  sent: number;
  /** Those that were taken: nothing was damaged, or nothing that matters. */
  taken: number;
  /** Everything that isn't as it must be. */
  faults: string[];
}

/** An input, and what came of it: nothing while it was refused together with another one. */
interface Case {
  variables: Record<string, unknown>;
  taken?: boolean;
}

const languages = ['kk', 'ru', 'en'] as const;

/** Damaged inputs are sent to each operation; whatever comes, it is taken whole or refused as the contract says, and nothing is left half written. */
export async function proveDamagedInputs(
  product: TestProduct,
  { rounds, seed }: DamagedInputsSize,
): Promise<DamagedInputsFinding> {
  const random = randomFrom(seed);
  const said = new Languages();
  /** What was in the tables of the cases at the end of a round that changed nothing: it is so at the beginning of the next one. */
  let found: Record<string, string> | undefined;
  const finding: DamagedInputsFinding = { sent: 0, taken: 0, faults: [] };
  for (const operation of await operationsOn(product, random)) {
    const takenBefore = finding.taken;
    const round = fc.asyncProperty(
      fc.array(damaging, { minLength: 10, maxLength: 10 }),
      fc.constantFrom(...languages),
      async (damages, language) => {
        const cases = damages.map((damage): Case => ({ variables: damage(operation.good()) }));
        await sendAll(operation, cases, language);
      },
    );
    const { failed, counterexample, errorInstance } = await fc.check(round, {
      numRuns: rounds,
      seed,
      endOnFailure: true,
    });
    if (operation.kind === 'mutation' && finding.taken === takenBefore)
      finding.faults.push(`${operation.field}: nothing was taken`);
    if (failed)
      finding.faults.push(`${operation.field}: ${String(errorInstance)}, with ${fc.stringify(counterexample?.[1])}`);
  }
  finding.faults.push(...said.faults(), ...(await strayRows(product.database)));
  return finding;

  /** Sends inputs together; those that aren't to blame when the whole is refused are sent again. */
  async function sendAll(operation: Operation, cases: Case[], language: (typeof languages)[number]): Promise<void> {
    await jobsDone(product);
    const before = found ?? (await contents(product.database));
    finding.sent += cases.length;
    for (let left = cases; left.length > 0;) {
      const together = left.slice(0, operation.alone ? 1 : left.length);
      if (operation.alone) product.clock.set(product.clock.now().add({ minutes: 1 }).toString());
      await send(operation, together, language);
      left = left.filter(({ taken }) => taken === undefined);
    }
    const taken = cases.filter((each) => each.taken).length;
    finding.taken += taken;
    const after = await contents(product.database);
    // What was taken may have jobs that go on with it.
    found = taken === 0 ? after : undefined;
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (changed.length > 0 && (taken === 0 || operation.kind === 'query'))
      throw new Error(`rows of ${changed.join(', ')} came of ${JSON.stringify(cases)}`);
  }

  async function send(operation: Operation, cases: Case[], language: (typeof languages)[number]): Promise<void> {
    const { status, data, errors } = await operation.by.send(
      documentOf(operation, cases.length),
      variablesOf(cases),
      language,
    );
    const blame = (fault: string) => {
      throw new Error(
        `${fault}: ${JSON.stringify(errors).slice(0, 2_000)} came of ${JSON.stringify(cases).slice(0, 5_000)}`,
      );
    };
    if (status >= 500) blame(`status ${status}`);
    for (const error of errors) {
      const fault = faultOf(error);
      if (fault) blame(fault);
      said.heard(language, error);
    }
    const whole = data === undefined || data === null;
    for (const [at, each] of cases.entries()) {
      const mine = whole
        ? errors.some((error) => isAbout(error, at))
        : errors.some(({ path }) => path?.[0] === `case${at}`);
      if (mine) each.taken = false;
      else if (!whole) each.taken = true;
    }
    if (whole && cases.every(({ taken }) => taken === undefined)) {
      if (cases.length === 1) cases[0]!.taken = false;
      else for (const each of cases) await send(operation, [each], language);
    }
  }
}

/** Waits until no job is left. */
async function jobsDone({ database }: TestProduct): Promise<void> {
  const waiting = 'select from graphile_worker.jobs where attempts = 0 and run_at <= now()';
  while ((await database.query(waiting)).rows.length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The operation, as often as there are inputs. */
function documentOf({ kind, field, arguments: types, selection }: Operation, count: number): string {
  const names = Object.keys(types);
  const each = Array.from({ length: count }, (_, at) => at);
  const variables = each.flatMap((at) => names.map((name) => `$${name}${at}: ${types[name]}`));
  const fields = each.map(
    (at) => `case${at}: ${field}(${names.map((name) => `${name}: $${name}${at}`).join(', ')}) ${selection}`,
  );
  return `${kind} (${variables.join(', ')}) { ${fields.join('\n')} }`;
}

function variablesOf(cases: readonly Case[]): Record<string, unknown> {
  return Object.fromEntries(
    cases.flatMap(({ variables }, at) => Object.entries(variables).map(([name, value]) => [`${name}${at}`, value])),
  );
}

/** Whether an error of a whole operation names a variable of this input. */
function isAbout({ extensions }: ClientError, at: number): boolean {
  return (extensions.problems ?? []).some(({ path }) => /\d+$/.exec(String(path[0]))?.[0] === String(at));
}

/** What of an error isn't as the contract has it. */
function faultOf({ message, extensions: { code, problems } }: ClientError): string | undefined {
  if (!contractCodes.includes(code)) return `code ${code}`;
  // The operations themselves are in order, and nothing fails.
  if (/^GRAPHQL_|^INTERNAL_SERVER_ERROR$|^UNAVAILABLE$/.test(code)) return code;
  if (!message) return 'no message';
  if (code !== 'BAD_USER_INPUT') return undefined;
  if (!problems?.length) return 'no problems';
  return problems.every((each) => each.code && Array.isArray(each.path) && each.message)
    ? undefined
    : 'an empty problem';
}
