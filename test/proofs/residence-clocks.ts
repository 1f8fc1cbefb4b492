import { clocksDesk, submitted } from './residence-clocks-desk.ts';
import type { CaseInFlight, ClocksDesk } from './residence-clocks-desk.ts';
import { ModelCase } from './residence-model.ts';
import type { ModelAct } from './residence-model.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

/** How large the proof is. */
export interface ClocksSize {
  cases: number;
  days: number;
  seed: number;
}

/** What the proof found. */
export interface ClocksFinding {
  /** What was done, and what was tried too late. */
  acts: number;
  refusals: number;
  /** How many cases ended in each state. */
  states: Record<string, number>;
  /** Everything that isn't as it must be. */
  faults: string[];
}

/** A case, and the model of it. */
interface Pair {
  real: CaseInFlight;
  model: ModelCase;
  /** Whether the person does nothing more: what is returned to them, or approved, lapses. */
  careless: boolean;
  /** Whether what was missed was tried all the same. */
  triedTooLate: boolean;
}

/** The first day; the last ones must lie in years that the calendar knows. */
const firstDay = Temporal.PlainDate.from('2026-03-02');

/** On so many of a hundred days something is done with a case. */
const busyDays = 18;

/**
 * Cases go their random ways while the clock moves day by day: what the graph shows of each is compared with a model that was written from the orders, every
 * day at 18:30 and a second, when terms in working days are over, and at midnight, when the others are. What lapsed is recorded now and then, on no day in particular.
 */
export async function proveResidenceClocks({ cases, days, seed }: ClocksSize): Promise<ClocksFinding> {
  const random = randomFrom(seed);
  const desk = await clocksDesk();
  const pairs: Pair[] = [];
  const finding: ClocksFinding = { acts: 0, refusals: 0, states: {}, faults: [] };
  try {
    for (let day = 0; day < days && finding.faults.length < 10; day += 1) {
      const date = firstDay.add({ days: day });
      // All have begun by the time when the last ones still see their terms end.
      const arriving = Math.floor((cases * (day + 1)) / (days - 120)) - Math.floor((cases * day) / (days - 120));
      const still = Math.max(0, Math.min(arriving, cases - pairs.length));
      for (const at of moments(random, date, still)) pairs.push(await arrives(desk, random, at));
      const busy = pairs.filter(({ model }) => model.possible().length > 0 && random.below(100) < busyDays);
      const times = moments(random, date, busy.length);
      for (const [index, pair] of busy.entries()) await act(desk, random, pair, times[index]!, finding);
      for (const pair of pairs.filter(({ model, triedTooLate }) => model.missed && !triedTooLate))
        if (random.below(5) === 0) await actTooLate(desk, pair, finding);
      if (random.below(10) === 0) await desk.recordLapses();
      await compare(desk, pairs, Temporal.Instant.from(`${date.toString()}T18:30:01+05:00`), finding);
      await compare(desk, pairs, Temporal.Instant.from(`${date.add({ days: 1 }).toString()}T00:00:00+05:00`), finding);
    }
  } finally {
    await desk.close();
  }
  for (const { model } of pairs) finding.states[model.state] = (finding.states[model.state] ?? 0) + 1;
  return finding;
}

/** So many moments of a day before 18:30, in their order. */
function moments(random: Random, date: Temporal.PlainDate, count: number): Temporal.Instant[] {
  const seconds = Array.from({ length: count }, () => random.below(18 * 3600)).toSorted((one, other) => one - other);
  const midnight = Temporal.Instant.from(`${date.toString()}T00:00:00+05:00`);
  return seconds.map((second) => midnight.add({ seconds: second }));
}

async function arrives(desk: ClocksDesk, random: Random, at: Temporal.Instant): Promise<Pair> {
  desk.product.clock.set(at.toString());
  return {
    real: await submitted(desk),
    model: new ModelCase(at),
    careless: random.below(2) === 0,
    triedTooLate: false,
  };
}

/** Of a hundred times that it could be done it is done so many, or few would get anywhere. */
const willingness: Partial<Record<ModelAct, number>> = {
  withdraw: 2,
  object: 20,
  refuse: 20,
  return: 40,
  check: 40,
  'refuse in the end': 10,
};

/** Does with a case what the model says can be done. */
async function act(desk: ClocksDesk, random: Random, pair: Pair, at: Temporal.Instant, finding: ClocksFinding) {
  const { real, model, careless } = pair;
  desk.product.clock.set(at.toString());
  const wanted = model
    .possible()
    .filter((each) => random.below(100) < (willingness[each] ?? 100))
    .filter((each) => !careless || (each !== 'resubmit' && each !== 'arrive'));
  if (wanted.length === 0) return;
  const what = random.oneOf(wanted);
  const { errors, version } = await desk.act(real, what);
  finding.acts += 1;
  if (errors.length > 0) finding.faults.push(`${real.id}: ${what} in ${model.state}: ${JSON.stringify(errors)}`);
  model.act(what, at);
  real.version = version ?? real.version;
}

/** Does what should have been done in time, once it is too late. */
async function actTooLate(desk: ClocksDesk, pair: Pair, finding: ClocksFinding) {
  const { real, model } = pair;
  pair.triedTooLate = true;
  const { codes } = await desk.act(real, model.missed!);
  finding.refusals += 1;
  // By the clock, or because the lapse is recorded already and nobody saw that version.
  if (codes.length !== 1 || !['TERM_EXPIRED', 'CONFLICT', 'WRONG_STATE'].includes(codes[0]!))
    finding.faults.push(`${real.id}: ${model.missed} in ${model.state} came to ${codes.join() || 'an end'}`);
}

/** Compares what the graph shows of every case at a moment with the model. */
async function compare(desk: ClocksDesk, pairs: readonly Pair[], at: Temporal.Instant, finding: ClocksFinding) {
  desk.product.clock.set(at.toString());
  const shown = await desk.shown();
  for (const { real, model } of pairs) {
    model.wait(at);
    const expected = model.shown(at);
    const seen = shown.get(real.id);
    if (seen?.text !== expected)
      finding.faults.push(`${real.id} at ${at.toString()}: ${seen?.text ?? 'not there'} instead of ${expected}`);
    real.version = seen?.version ?? real.version;
  }
}
