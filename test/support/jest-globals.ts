import type * as Jest from '@jest/globals';

// What tests import from `@jest/globals`: what the runner offers, but everything has to end. The runner itself would wait for ever.

const runner = globalThis as unknown as typeof Jest;

/** How long a test may take, and what comes before and after it, in milliseconds: what is still at work then hangs. */
const limit = 600_000;

type Work = (...values: unknown[]) => unknown;

export const { describe, expect, jest } = runner;

export const beforeAll = (work: Work) => runner.beforeAll(inTime(work));
export const beforeEach = (work: Work) => runner.beforeEach(inTime(work));
export const afterEach = (work: Work) => runner.afterEach(inTime(work));
export const afterAll = (work: Work) => runner.afterAll(inTime(work));

export const test = Object.assign((name: string, work: Work) => runner.test(name, inTime(work)), {
  each: (...table: Parameters<typeof runner.test.each>) => {
    const each = runner.test.each(...table) as (name: string, work: Work) => void;
    return (name: string, work: Work) => each(name, inTime(work));
  },
});

function inTime(work: Work): (...values: unknown[]) => Promise<void> {
  return async (...values) => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new Error(`It hangs: nothing came of it in ${limit / 60_000} minutes`)),
      limit,
    );
    try {
      await Promise.race([work(...values), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}
