import { officersCase } from './case.ts';
import { journal } from './journal.ts';
import { register } from './register.ts';
import { shop } from './shop.ts';
import { verify } from './verify.ts';
import type { Workload } from './workload.ts';
import { worklist } from './worklist.ts';

/** The workloads, in the order of the report. */
export const workloads: Record<string, Workload> = Object.fromEntries(
  [worklist, officersCase, journal, verify, register, shop].map((workload) => [workload.name, workload]),
);
