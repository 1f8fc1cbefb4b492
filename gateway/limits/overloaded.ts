import { randomInt } from 'node:crypto';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';

/** More is asked at once than can be answered in time: UNAVAILABLE, with the seconds after which to try again in `retryAfter`. They differ, so that not all come again at once. */
export function overloaded(): Fault {
  return new Fault('UNAVAILABLE', { extensions: { retryAfter: randomInt(2, 11) } });
}
