import { Variable } from '@apollo/federation-internals';
import type { OperationElement, Schema } from '@apollo/federation-internals';

/** Variables by name, with their defaults. */
export type VariableValue = (name: string) => unknown;

/** Whether something is answered (`@skip`, `@include`): `true` and `false` when no variable decides it. */
export type Condition = boolean | ((variable: VariableValue) => boolean);

/** Compiles the conditions of a field or fragment. */
export function compileCondition(element: OperationElement, schema: Schema): Condition {
  const [skip] = element.appliedDirectivesOf(schema.skipDirective());
  const [include] = element.appliedDirectivesOf(schema.includeDirective());
  return both(skip ? is(skip, false) : true, include ? is(include, true) : true);
}

/** Both of two conditions, the first one first. */
export function both(one: Condition, other: Condition): Condition {
  if (typeof one === 'boolean') return one && other;
  // Also where the other can't hold the first is looked at: it may be one that can't be told.
  if (typeof other === 'boolean') return (variable) => one(variable) && other;
  return (variable) => one(variable) && other(variable);
}

function is(directive: { arguments(): { if: boolean | Variable } }, wanted: boolean): Condition {
  const given = directive.arguments().if;
  if (!(given instanceof Variable)) return given === wanted;
  return (variable) => {
    const value = variable(given.name);
    // A variable that may be null, with a default, can be used where none may be null: null itself is noticed here.
    if (typeof value !== 'boolean') {
      throw new Error(`Unexpected value for variable ${String(given)}`);
    }
    return value === wanted;
  };
}
