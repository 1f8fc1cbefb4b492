import { randomFrom } from '../../proofs/random.ts';
import type { Random } from '../../proofs/random.ts';

/** The random numbers that belong to something: the same for the same text, whenever it is asked. */
export function chanceOf(text: string): Random {
  // FNV-1a.
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return randomFrom(hash);
}
