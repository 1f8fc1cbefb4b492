import { z } from 'zod';

/** What the environment says of how a gateway executes plans. */
export const executorSettings = { GATEWAY_EXECUTOR: z.enum(['stock', 'compiled']).default('compiled') };

/** How a gateway executes plans. */
export type Executor = z.output<(typeof executorSettings)['GATEWAY_EXECUTOR']>;
