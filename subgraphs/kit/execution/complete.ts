import { GraphQLError, isAbstractType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import type {
  GraphQLAbstractType,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { isIterableObject } from 'graphql/jsutils/isIterableObject.js';
import { addPath } from 'graphql/jsutils/Path.js';
import type { Path } from 'graphql/jsutils/Path.js';
import { FoundEntity } from './entities.ts';
import type { Execution } from './execution.ts';
import type { FieldPlan } from './plan.ts';
import { isPromise } from './promises.ts';

/**
 * Makes of what was found for a field what the answer holds, or a promise of it; throws what makes it an error.
 *
 * @param path where it stands; a leaf has no need of it.
 * @param info what is told to whoever finds the type of an object.
 */
export type Complete = (execution: Execution, value: unknown, path?: Path, info?: GraphQLResolveInfo) => unknown;

/** How values of a type are completed where a plan has them. */
export function completionOf(type: GraphQLOutputType, plan: FieldPlan): Complete {
  if (isNonNullType(type)) return nonNull(completionOf(type.ofType, plan), plan);
  const complete = ofNullable(type, plan);
  return (execution, value, path, info) => {
    if (value instanceof Error) throw value;
    return value == null ? null : complete(execution, value, path, info);
  };
}

function ofNullable(type: GraphQLOutputType, plan: FieldPlan): Complete {
  if (isListType(type)) return list(type.ofType, plan);
  if (isLeafType(type)) return leaf(type);
  if (isAbstractType(type)) return abstract(type, plan);
  const objectType = type as GraphQLObjectType;
  return (execution, value, path) => execution.select(plan.selectionOf(objectType), value, path);
}

function nonNull(complete: Complete, plan: FieldPlan): Complete {
  const missing = `Cannot return null for non-nullable field ${nameOf(plan)}.`;
  return (execution, value, path, info) => {
    const completed = complete(execution, value, path, info);
    if (completed === null) throw new Error(missing);
    return completed;
  };
}

function leaf(type: GraphQLLeafType): Complete {
  return (_execution, value) => {
    const written: unknown = type.serialize(value);
    if (written == null)
      throw new Error(
        `Expected \`${type.name}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(written)}`,
      );
    return written;
  };
}

function list(itemType: GraphQLOutputType, plan: FieldPlan): Complete {
  const complete = completionOf(itemType, plan);
  const nullable = !isNonNullType(itemType);
  return (execution, value, path, info) => {
    if (!isIterableObject(value))
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(plan)}".`);
    let waits = false;
    const completed: unknown[] = [];
    try {
      for (const item of value) {
        const at = addPath(path, completed.length, undefined);
        const done = execution.complete(plan, complete, nullable, item, at, info);
        waits ||= isPromise(done);
        completed.push(done);
      }
    } catch (error) {
      // What other items wait for may fail too, and nobody is left to hear of it.
      if (waits) void Promise.allSettled(completed);
      throw error;
    }
    return waits ? Promise.all(completed) : completed;
  };
}

function abstract(type: GraphQLAbstractType, plan: FieldPlan): Complete {
  return (execution, value, path, info) => {
    if (value instanceof FoundEntity) return execution.select(plan.selectionOf(value.type), value.entity, path);
    const name = type.resolveType!(value, execution.context, info!, type);
    if (!isPromise(name)) return execution.select(selectionOf(name, type, plan), value, path);
    return name.then((found) => execution.select(selectionOf(found, type, plan), value, path));
  };
}

function selectionOf(name: string | undefined, type: GraphQLAbstractType, plan: FieldPlan): readonly FieldPlan[] {
  return plan.selectionOf(objectType(name, type, plan));
}

function objectType(name: string | undefined, type: GraphQLAbstractType, plan: FieldPlan): GraphQLObjectType {
  const { schema } = plan.query;
  const found = name === undefined ? undefined : schema.getType(name);
  if (!isObjectType(found) || !schema.isSubType(type, found))
    throw new GraphQLError(`"${name}" is no type of "${type.name}" for field "${nameOf(plan)}".`);
  return found;
}

function nameOf({ parentType, field }: FieldPlan): string {
  return `${parentType.name}.${field.name}`;
}
