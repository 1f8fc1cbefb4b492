import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A new opaque id (UUIDv7): later ids sort after earlier ones, in one process also within a millisecond, so lists page by id. */
export function newId(): string {
  const random = randomBytes();
  // Ids go by the machine's clock, wherever a test has moved the product's.
  // eslint-disable-next-line no-restricted-syntax
  const now = Date.now();
  if (now > last.msecs) last = { msecs: now, seq: new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1 };
  else last = { msecs: last.msecs, seq: last.seq + 1 };
  return v7({ random, ...last });
}

/** The millisecond of the last id, and where it stands among those of that millisecond. They begin in the lower half of what there is room for. */
let last = { msecs: 0, seq: 0 };

const idLength = 16;
const pool = new Uint8Array(256 * idLength);
let taken = pool.length;

/** Random bytes for an id. They are had many at a time: to ask for them takes several times as long as all the rest. */
function randomBytes(): Uint8Array<ArrayBuffer> {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  return pool.subarray(taken, (taken += idLength));
}

/** Whether a text has the form of an id. What has not cannot exist, and never reaches the database. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
