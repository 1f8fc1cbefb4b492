import { TERMS } from '../terms/terms.ts';
import type { TermKind } from '../terms/terms.ts';
import { enumeration } from './enums.ts';

/** The terms of both orders, as the graph names them. */
export const TermKindName = enumeration(
  'TermKind',
  Object.keys(TERMS) as TermKind[],
  'The terms that the two orders set.',
);
