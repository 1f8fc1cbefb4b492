import { getArgumentValues, locatedError } from 'graphql';
import type { ExecutionResult, GraphQLError, GraphQLResolveInfo } from 'graphql';
import { addPath, pathToArray } from 'graphql/jsutils/Path.js';
import type { Path } from 'graphql/jsutils/Path.js';
import { storedText } from '../reading/rows.ts';
import type { Context } from '../subgraph/context.ts';
import type { Complete } from './complete.ts';
import type { FieldPlan, QueryPlan } from './plan.ts';
import { isPromise, settled } from './promises.ts';

type Fields = Record<string, unknown>;

/** An object of an answer: it inherits nothing, so a field may have any name. `Object.create(null)` would be a hash table, slow to write. */
const Answer = function () {} as unknown as new () => Fields;
Answer.prototype = Object.create(null) as object;

/** The arguments of a field that takes none. */
const noArguments = Object.freeze({});

/**
 * One request of a planned query. It goes graphql-js's way step by step, so that errors are the same and come in the same order; what the plan knows
 * already isn't found out again.
 */
export class Execution {
  readonly #errors: GraphQLError[] = [];
  /** Where the answer is null because of an error; undefined is the whole of it. */
  readonly #nulled = new Set<Path | undefined>();

  constructor(
    readonly query: QueryPlan,
    readonly variables: Fields,
    readonly context: Context,
  ) {}

  /** Answers the query. */
  async answer(): Promise<ExecutionResult> {
    let data: Fields | null = null;
    try {
      data = await this.select(this.query.fields, undefined, undefined);
    } catch (error) {
      this.#note(error as GraphQLError, undefined);
    }
    return this.#errors.length === 0 ? { data } : { errors: this.#errors, data };
  }

  /** What is asked of an object. */
  select(fields: readonly FieldPlan[], source: unknown, path: Path | undefined): Fields | Promise<Fields> {
    const answer = new Answer();
    let waits = false;
    try {
      for (const plan of fields) {
        const value = this.#valueOf(plan, source, path);
        answer[plan.responseName] = value;
        waits ||= isPromise(value);
      }
    } catch (error) {
      if (!waits) throw error;
      // What the others wait for may fail too, and somebody has to hear of it.
      return settled(answer).finally(() => {
        throw error;
      });
    }
    return waits ? settled(answer) : answer;
  }

  /** Completes what was found for a value, which may take waiting. Where that fails it is null, if it may be, and the error is told. */
  complete(
    plan: FieldPlan,
    complete: Complete,
    nullable: boolean,
    found: unknown,
    path: Path,
    info: GraphQLResolveInfo | undefined,
  ): unknown {
    try {
      const completed = isPromise(found)
        ? found.then((value) => complete(this, value, path, info))
        : complete(this, found, path, info);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (error) => this.#fail(error, plan, nullable, path));
    } catch (error) {
      return this.#fail(error, plan, nullable, path);
    }
  }

  #valueOf(plan: FieldPlan, source: unknown, path: Path | undefined): unknown {
    if (plan.isTypename) return plan.parentType.name;
    // Most fields are properties with one plain value; where one stands is asked only when it fails.
    if (plan.isLeaf && !plan.resolve) return this.#leafOf(plan, source, path);
    const at = placeOf(plan, path);
    const info = plan.tellsInfo ? this.#infoOf(plan, at) : undefined;
    let found: unknown;
    try {
      found = this.#find(plan, source, info);
    } catch (error) {
      return this.#fail(error, plan, plan.nullable, at);
    }
    return this.complete(plan, plan.complete, plan.nullable, found, at, info);
  }

  #leafOf(plan: FieldPlan, source: unknown, path: Path | undefined): unknown {
    let found: unknown;
    try {
      const stored = plan.ofStoredText && storedText(source, plan.field.name);
      if (stored != null) return plan.ofStoredText!(stored);
      found = propertyOf(source, plan.field.name);
      if (!isPromise(found)) return plan.complete(this, found);
    } catch (error) {
      return this.#fail(error, plan, plan.nullable, placeOf(plan, path));
    }
    return this.complete(plan, plan.complete, plan.nullable, found, placeOf(plan, path), undefined);
  }

  #find({ field, nodes, resolve }: FieldPlan, source: unknown, info: GraphQLResolveInfo | undefined): unknown {
    if (!resolve) return propertyOf(source, field.name);
    const given = field.args.length > 0 ? getArgumentValues(field, nodes[0]!, this.variables) : noArguments;
    return resolve(source, given, this.context, info!);
  }

  #infoOf({ field, nodes, parentType }: FieldPlan, path: Path): GraphQLResolveInfo {
    const { schema, fragments, operation } = this.query;
    return {
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType,
      path,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: this.variables,
    };
  }

  #fail(error: unknown, plan: FieldPlan, nullable: boolean, path: Path): null {
    const located = locatedError(error, plan.nodes, pathToArray(path));
    if (!nullable) throw located;
    this.#note(located, path);
    return null;
  }

  /** Tells an error, unless it stands in what is null already. */
  #note(error: GraphQLError, path: Path | undefined): void {
    for (let at = path; at; at = at.prev) if (this.#nulled.has(at)) return;
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.#errors.push(error);
  }
}

function placeOf({ responseName, parentType }: FieldPlan, path: Path | undefined): Path {
  return addPath(path, responseName, parentType.name);
}

function propertyOf(source: unknown, name: string): unknown {
  return typeof source === 'object' && source !== null ? (source as Fields)[name] : undefined;
}
