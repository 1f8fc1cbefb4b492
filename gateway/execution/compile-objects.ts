import {
  isCompositeType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isSubtype,
  typenameFieldName,
} from '@apollo/federation-internals';
import type {
  CompositeType,
  FieldSelection,
  NamedType,
  OutputType,
  Schema,
  SelectionSet,
} from '@apollo/federation-internals';
import { compileComplete, describe, failed, invalid, tell } from './complete-value.ts';
import type { Answer, Complete } from './complete-value.ts';
import { compileLeafCheck } from './leaf-values.ts';
import { both, compileCondition } from './conditions.ts';
import type { Condition } from './conditions.ts';
import { reader } from './own.ts';
import type { Data } from './merge.ts';

/** Puts a field into an object of the answer; false when it can't be there, and the whole object therefore can't either. */
type Put = (input: Data, output: Data, answer: Answer) => boolean;

/** Puts all that was asked of an object into it. */
export type Fill = Put;

/** What objects of an operation are compiled with. */
export interface ObjectParts {
  /** What callers see; other types don't exist for them. */
  schema: Schema;
  /** A new object of the answer. */
  create: () => Data;
  /** Answers a question about the schema itself. */
  introspect: (selection: FieldSelection) => (answer: Answer) => unknown;
}

/** Compiles what is answered of the objects at a place, by their types: each type when the first object of it is met. */
export function compileObjects(
  parts: ObjectParts,
  type: CompositeType,
  parent: CompositeType,
  selectionSet: SelectionSet,
  again: boolean,
): Complete {
  const fills = new Map<string, Fill>();
  let untyped: Fill | undefined;

  return (input, known, answer) => {
    if (typeof input !== 'object') {
      throw new Error(`Invalid non-object value returned by subgraph for composite type ${String(type)}`);
    }
    // In a list nothing is found by name, whatever lists can do in JavaScript.
    const object = Array.isArray(input) ? {} : (input as Data);
    const fill = fillOf(object[typenameFieldName]);
    if (!fill) {
      // The name of the type may be one that callers must not learn.
      tell(answer, `Invalid __typename found for object at ${describe(answer.path, type, parent)}.`);
      return failed;
    }
    const output = (known as Data | undefined) ?? parts.create();
    return fill(object, output, answer) ? output : failed;
  };

  function fillOf(typename: unknown): Fill | undefined {
    if (typename === undefined || typename === '')
      return (untyped ??= compileFill(parts, selectionSet, type, undefined, again));
    if (typeof typename !== 'string') throw new Error('Invalid non-string value for __typename');
    const fill = fills.get(typename);
    if (fill) return fill;
    const found = parts.schema.type(typename);
    if (!found || !isCompositeType(found)) return undefined;
    const compiled = compileFill(parts, selectionSet, found, found, again);
    fills.set(found.name, compiled);
    return compiled;
  }
}

/** A field of an object, with what decides whether it is answered, and the type that it was asked of. */
interface Asked {
  selection?: FieldSelection;
  condition: Condition;
  parent: CompositeType;
}

/**
 * Compiles what is answered of objects whose type is known, or not when they don't tell. Where something may be there already (`again`), it is added to.
 */
export function compileFill(
  parts: ObjectParts,
  selectionSet: SelectionSet,
  parent: CompositeType,
  type: NamedType | undefined,
  again: boolean,
): Fill {
  const asked = fieldsOf(selectionSet, parent, true);
  const names = asked.map(({ selection }) => selection?.element.responseName());
  const puts = asked.map((field, index) => {
    const isRepeated = again || names.indexOf(names[index]) !== names.lastIndexOf(names[index]);
    return compilePut(parts, field, isRepeated);
  });
  return (input, output, answer) => {
    for (const put of puts) if (!put(input, output, answer)) return false;
    return true;
  };

  /** The fields that are asked of it, also within fragments, in their order. */
  function fieldsOf(set: SelectionSet, parent: CompositeType, condition: Condition): Asked[] {
    return set.selections().flatMap((selection): Asked[] => {
      const all = both(condition, compileCondition(selection.element, parts.schema));
      if (all === false) return [];
      if (selection.kind === 'FieldSelection') return [{ selection, condition: all, parent }];
      const { typeCondition } = selection.element;
      // Its condition is looked at all the same: it may be one that can't be told.
      if (typeCondition && !isSubtype(typeCondition, type ?? parent))
        return all === true ? [] : [{ condition: all, parent }];
      return fieldsOf(selection.selectionSet, typeCondition ?? parent, all);
    });
  }
}

function compilePut(parts: ObjectParts, { selection, condition, parent }: Asked, isRepeated: boolean): Put {
  const put = selection ? compileField(parts, selection, parent, isRepeated) : () => true;
  if (condition === true) return put;
  return (input, output, answer) =>
    (condition as Exclude<Condition, boolean>)(answer.variable) ? put(input, output, answer) : true;
}

function compileField(parts: ObjectParts, selection: FieldSelection, parent: CompositeType, isRepeated: boolean): Put {
  const { element: field, selectionSet } = selection;
  const name = field.responseName();
  if (field.definition.isSchemaIntrospectionField()) {
    const introspect = parts.introspect(selection);
    return onlyOnce((_input, output, answer) => {
      output[name] = introspect(answer);
      return true;
    });
  }
  if (field.name === typenameFieldName) return onlyOnce(compileTypename(parts.schema, name, parent));
  const type = field.definition.type!;
  const objects =
    selectionSet && compileObjects(parts, field.baseType() as CompositeType, parent, selectionSet, isRepeated);
  const complete = compileComplete(type, parent, objects);
  const read = reader(name);
  const put: Put = (input, output, answer) => {
    const known = isRepeated ? output[name] : undefined;
    if (known === null || (known !== undefined && !selectionSet)) return true;
    answer.path.push(name);
    const value = complete(read(input) ?? null, known, answer);
    answer.path.pop();
    output[name] = typeof value === 'symbol' ? null : value;
    return value !== invalid;
  };
  const nullable = isNonNullType(type) ? (type.ofType as OutputType) : type;
  if (isRepeated || !isLeafType(nullable)) return put;
  const isValid = compileLeafCheck(nullable) ?? (() => true);
  // Nearly all fields are scalars that are there and as they should be.
  return (input, output, answer) => {
    const value = read(input);
    if (value === undefined || value === null || !isValid(value)) return put(input, output, answer);
    output[name] = value;
    return true;
  };

  function onlyOnce(put: Put): Put {
    if (!isRepeated) return put;
    return (input, output, answer) => output[name] !== undefined || put(input, output, answer);
  }
}

/**
 * The name of an object's type. What a subgraph says counts when it is a type that callers see, else the type that was asked; when that is no type of
 * objects, as an interface that a subgraph takes for one, nothing can be said of the object at all.
 */
function compileTypename(schema: Schema, name: string, parent: CompositeType): Put {
  const read = reader(name);
  return (input, output) => {
    const given = read(input) ?? input[typenameFieldName] ?? null;
    const type = typeof given === 'string' ? (schema.type(given) ?? parent) : parent;
    if (!isObjectType(type)) return false;
    output[name] = type.name;
    return true;
  };
}
