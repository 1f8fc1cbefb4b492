/** Bytes that are not the ASN.1 structure that was expected. */
export class Malformed extends Error {}

/** One element of DER, of which nothing inside was looked at. */
export interface Element {
  /** The first byte. */
  tag: number;
  /** Tag, length and content. */
  bytes: Uint8Array;
  content: Uint8Array;
}

/** The elements that stand one after another, without making objects of what is in them. Throws {@link Malformed}. */
export function* elements(bytes: Uint8Array): Generator<Element> {
  for (let rest = bytes; rest.length > 0;) {
    const element = firstElement(rest);
    yield element;
    rest = rest.subarray(element.bytes.length);
  }
}

/** The first element. Throws {@link Malformed}, also for an indefinite length, which DER doesn't have. */
export function firstElement(bytes: Uint8Array): Element {
  const { tag, start, length } = header(bytes, 0);
  if (length === undefined || start + length > bytes.length) throw new Malformed('not DER');
  return { tag, bytes: bytes.subarray(0, start + length), content: bytes.subarray(start, start + length) };
}

/**
 * Far above what signatures, certificates and answers need, far below what would cost time or the stack. An attached document may be
 * split into many parts, of a thousand bytes by some signers.
 */
const mostDepth = 32;
const mostElements = (bytes: number) => 5000 + bytes / 500;

/**
 * Checks, without recursion and before anything is made of it, that bytes are exactly one element (BER, so DER too), nested and split
 * within measure, every part inside its whole. Throws {@link Malformed}.
 */
export function requireWellFormed(bytes: Uint8Array): void {
  const open: { end: number; isIndefinite: boolean }[] = [];
  let at = 0;
  let count = 0;
  do {
    const whole = open.at(-1) ?? { end: bytes.length, isIndefinite: false };
    const { tag, start, length } = header(bytes, at);
    if (start + (length ?? 0) > whole.end) throw new Malformed('a part reaches beyond its whole');
    if (++count > mostElements(bytes.length)) throw new Malformed('too many elements');
    if (tag === 0) {
      if (!whole.isIndefinite || length !== 0) throw new Malformed('an end where none belongs');
      open.pop();
      at = start;
    } else if (tag & 0x20) {
      if (open.length === mostDepth) throw new Malformed('nested too deeply');
      open.push({ end: length === undefined ? whole.end : start + length, isIndefinite: length === undefined });
      at = start;
    } else {
      if (length === undefined) throw new Malformed('no length');
      at = start + length;
    }
    for (let last = open.at(-1); last && !last.isIndefinite && last.end === at; last = open.at(-1)) open.pop();
  } while (open.length > 0);
  if (at !== bytes.length) throw new Malformed('more than one element');
}

/** Tag and length of what begins here: the content's start and length, which is undefined when an end mark tells it. */
function header(bytes: Uint8Array, at: number): { tag: number; start: number; length: number | undefined } {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new Malformed('no tag of one byte');
  if (first < 0x80) return { tag, start: at + 2, length: first };
  if (first === 0x80) return { tag, start: at + 2, length: undefined };
  const start = at + 2 + (first & 0x7f);
  if (start - at > 6 || start > bytes.length) throw new Malformed('no length');
  return { tag, start, length: bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0) };
}
