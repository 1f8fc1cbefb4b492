import type { Role } from '../viewer/roles.ts';

/** What an action needs, where it leads, and who may do it. */
export interface Transition<State extends string, Guard extends string> {
  by: readonly Role[];
  to: State;
  /** What else must hold, by name. */
  when?: readonly Guard[];
}

/** A lifecycle is this table: what isn't in it can't be done. */
export type Lifecycle<State extends string, Action extends string, Guard extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, Transition<State, Guard>>>>>
>;

/** Whether each guard holds for a case and a viewer now. */
export type Facts<Guard extends string> = Readonly<Record<Guard, boolean>>;

/** Where an action leads from a state; nothing when it can't be done now, or not by this role. */
export function nextState<State extends string, Action extends string, Guard extends string>(
  lifecycle: Lifecycle<State, Action, Guard>,
  state: State,
  action: Action,
  role: Role,
  facts: Facts<Guard>,
): State | undefined {
  const transition: Transition<State, Guard> | undefined = lifecycle[state][action];
  if (!transition?.by.includes(role)) return undefined;
  return (transition.when ?? []).every((guard) => facts[guard]) ? transition.to : undefined;
}

/** What a role can do now. */
export function availableActions<State extends string, Action extends string, Guard extends string>(
  lifecycle: Lifecycle<State, Action, Guard>,
  state: State,
  role: Role,
  facts: Facts<Guard>,
): Action[] {
  const actions = Object.keys(lifecycle[state]) as Action[];
  return actions.filter((action) => nextState(lifecycle, state, action, role, facts) !== undefined);
}
