import { ERRORS, isListType, isNonNullType } from '@apollo/federation-internals';
import type { CompositeType, EnumType, OutputType, ScalarType } from '@apollo/federation-internals';
import type { ResponsePath } from '@apollo/query-planner';
import type { GraphQLError } from 'graphql';
import type { VariableValue } from './conditions.ts';
import { compileLeafCheck } from './leaf-values.ts';

/** One answer while it is shaped. */
export interface Answer {
  errors: GraphQLError[];
  /** Where in the answer the value is that is looked at. */
  path: ResponsePath;
  /** The variables as they came. */
  variables: Readonly<Record<string, unknown>>;
  /** A variable, by default its default. */
  variable: VariableValue;
}

/** Null because of a fault that has been told. */
export const failed = Symbol('failed');

/** Null where none may be, which has been told: what it is in can't be there either. */
export const invalid = Symbol('invalid');

/**
 * Makes a value of an answer from what subgraphs gave (`null` when they gave none), or adds to a value that was made already from another selection of the
 * same name (`known`).
 */
export type Complete = (input: unknown, known: unknown, answer: Answer) => unknown;

/** Compiles how values of a type are completed; `object` does so for its objects. */
export function compileComplete(type: OutputType, parent: CompositeType, object: Complete | undefined): Complete {
  if (isNonNullType(type)) return completeNonNull(type.ofType as OutputType, parent, object);
  const complete = compileNullable(type, parent, object);
  return (input, known, answer) => (input === null ? null : complete(input, known, answer));
}

function completeNonNull(type: OutputType, parent: CompositeType, object: Complete | undefined): Complete {
  const complete = compileNullable(type, parent, object);
  return (input, known, answer) => {
    if (input !== null) {
      const value = complete(input, known, answer);
      return value === failed ? invalid : value;
    }
    tell(answer, `Cannot return null for non-nullable ${describe(answer.path, type, parent)}.`);
    return invalid;
  };
}

/** Compiles how values are completed that aren't null. */
function compileNullable(type: OutputType, parent: CompositeType, object: Complete | undefined): Complete {
  if (isListType(type)) return completeList(type, compileComplete(type.ofType as OutputType, parent, object));
  return object ?? completeLeaf(type as ScalarType | EnumType, parent);
}

/** Notes a fault of what a subgraph gave, at the place that is looked at. */
export function tell({ errors, path }: Answer, text: string): void {
  errors.push(ERRORS.INVALID_GRAPHQL.err(text, { path: [...path] }));
}

/** Names the place that is looked at. */
export function describe(path: ResponsePath, type: OutputType, parent: CompositeType): string {
  const last = path.at(-1)!;
  return typeof last === 'string'
    ? `field ${parent.name}.${last}`
    : `array element of type ${String(type)} at index ${last}`;
}

function completeList(type: OutputType, complete: Complete): Complete {
  return (input, known, answer) => {
    if (!Array.isArray(input)) {
      throw new Error(`Invalid non-list value returned by subgraph for list type ${String(type)}`);
    }
    const items: unknown[] = [];
    let isValid = true;
    for (let index = 0; index < input.length; index++) {
      const knownItem = (known as unknown[] | undefined)?.[index];
      answer.path.push(index);
      const item = knownItem === null ? null : complete(input[index], knownItem, answer);
      answer.path.pop();
      // The others are still looked at, for what is wrong with them.
      if (item === invalid) isValid = false;
      items.push(item === failed ? null : item);
    }
    return isValid ? items : failed;
  };
}

function completeLeaf(type: ScalarType | EnumType, parent: CompositeType): Complete {
  const isValid = compileLeafCheck(type);
  return (input, _known, answer) => {
    if (!isValid || isValid(input)) return input;
    tell(answer, `Invalid value found for ${describe(answer.path, type, parent)}.`);
    return failed;
  };
}
