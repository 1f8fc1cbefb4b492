import { officersCase } from './case.ts';
import type { Workload } from './workload.ts';
import { worklist } from './worklist.ts';

/** The workloads, in the order of the report. */
export const workloads: Record<string, Workload> = Object.fromEntries(
  [worklist, officersCase].map((workload) => [workload.name, workload]),
);
