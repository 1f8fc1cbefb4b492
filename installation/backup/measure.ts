import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

const newline = 0x0a;

/** Lets bytes through, and tells at the end what they were: SHA-256, and how many lines, which are rows in the text format of COPY. */
export function measuring(): { through: Transform; measured: () => { sha256: string; rows: number } } {
  const hash = createHash('sha256');
  let rows = 0;
  const through = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      for (let at = piece.indexOf(newline); at !== -1; at = piece.indexOf(newline, at + 1)) rows += 1;
      done(null, piece);
    },
  });
  return { through, measured: () => ({ sha256: hash.digest('hex'), rows }) };
}
