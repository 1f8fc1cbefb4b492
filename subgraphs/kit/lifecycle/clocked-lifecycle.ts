import type { Transition } from './lifecycle.ts';
import type { TermKind } from '../terms/terms.ts';

/** What an action needs, where it leads, and which terms end and begin with it. */
export interface ClockedTransition<State extends string, Guard extends string> extends Transition<State, Guard> {
  ends?: readonly TermKind[];
  begins?: readonly TermKind[];
}

/** A lifecycle whose states have clocks. */
export type ClockedLifecycle<State extends string, Action extends string, Guard extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, ClockedTransition<State, Guard>>>>>
>;
