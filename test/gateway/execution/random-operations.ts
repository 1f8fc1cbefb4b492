import {
  getNamedType,
  doTypesOverlap,
  GraphQLBoolean,
  GraphQLNonNull,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  Kind,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  typeFromAST,
} from 'graphql';
import type {
  DocumentNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Random } from '../../proofs/random.ts';
import { madeValid } from './made-valid.ts';
import { randomLiteral, randomValue } from './random-values.ts';
import type { KnownValues } from './random-values.ts';

/** What operations are like. */
export interface OperationStyle {
  kind: 'query' | 'mutation';
  /** Fields of one operation at the most, before fragments are spread. */
  fields: number;
  /** How deep selections are within each other. */
  depth: number;
  /** Whether a field may be asked for. */
  allows: (parent: string, field: string) => boolean;
  values: KnownValues;
}

/** Writes a random operation that is valid: with aliases, fragments, directives, variables, all that the language has. */
export function randomOperation(schema: GraphQLSchema, style: OperationStyle, random: Random): DocumentNode {
  for (;;) {
    const text = new Writer(schema, style, random).document();
    const document = madeValid(schema, parse(text, { noLocation: true }));
    if (document) return document;
  }
}

/** Random variables for an operation: given, null, or left out where they may be. */
export function randomVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  values: KnownValues,
  random: Random,
): Record<string, unknown> {
  const variables: [string, unknown][] = [];
  const operation = document.definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, node as never) as unknown as GraphQLInputType;
    const optional = defaultValue !== undefined || !isNonNullType(type);
    if (optional && random.below(3) === 0) continue;
    variables.push([variable.name.value, randomValue(type, random, values)]);
  }
  return Object.fromEntries(variables);
}

const aliases = ['a', 'b', 'title'];

/** Names of keys and of what is required, for leaves only: the planner merges what it needs of an entity with what an alias put in its place. */
const leafAliases = [...aliases, 'id', 'name', 'code', 'size'];

/** Names that mean something to JavaScript. */
const strangeAliases = ['constructor', 'toString', '__proto__'];

interface Fragment {
  name: string;
  on: GraphQLCompositeType;
}

class Writer {
  readonly #variables = new Map<string, { type: GraphQLInputType; text: string }>();
  readonly #fragments: Fragment[] = [];
  readonly #definitions: string[] = [];
  readonly #composites: GraphQLCompositeType[];
  #fieldsLeft: number;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly style: OperationStyle,
    private readonly random: Random,
  ) {
    this.#fieldsLeft = 1 + random.below(style.fields);
    this.#composites = Object.values(schema.getTypeMap()).filter(isCompositeType);
  }

  document(): string {
    const { kind } = this.style;
    const root = this.schema.getRootType(kind as OperationTypeNode)!;
    const selections = this.#selections(root, this.style.depth);
    const variables = [...this.#variables.values()].map(({ text }) => text).join(', ');
    const name = this.#once(2) ? ' Some' : '';
    const head = `${kind}${name}${variables && ` (${variables})`}`;
    // Which one is meant is told by its name.
    const another = name !== '' && this.#once(4) ? ['query Another { __typename }'] : [];
    return [`${head} ${selections}`, ...another, ...this.#definitions].join('\n');
  }

  #once(in_: number): boolean {
    return this.random.below(in_) === 0;
  }

  #selections(parent: GraphQLCompositeType, depth: number): string {
    const count = 1 + this.random.below(4);
    const selections = Array.from({ length: count }, () => this.#selection(parent, depth));
    return `{ ${selections.join(' ')} }`;
  }

  #selection(parent: GraphQLCompositeType, depth: number): string {
    const abstract = !isObjectType(parent);
    if (depth <= 0 || this.#fieldsLeft <= 0) return this.#leaf(parent);
    if (isUnionType(parent) || this.#once(abstract ? 2 : 6)) return this.#fragment(parent, depth);
    if (this.#once(8)) return this.#typename();
    const fields = this.#fieldsOf(parent);
    return fields.length === 0 ? this.#typename() : this.#field(this.random.oneOf(fields), depth);
  }

  #leaf(parent: GraphQLCompositeType): string {
    const leaves = this.#fieldsOf(parent).filter(
      ({ type, args }) => !isCompositeType(getNamedType(type)) && !args.some(isRequiredArgument),
    );
    return leaves.length === 0 || this.#once(5) ? this.#typename() : this.random.oneOf(leaves).name;
  }

  #fieldsOf(parent: GraphQLCompositeType): GraphQLField<unknown, unknown>[] {
    if (isUnionType(parent)) return [];
    const fields = Object.values(parent.getFields()).filter(({ name }) => this.style.allows(parent.name, name));
    // What tells of the schema may stand among the data, seldom.
    const introspects = parent === this.schema.getQueryType() && this.#once(5);
    return introspects ? [...fields, SchemaMetaFieldDef, TypeMetaFieldDef] : fields;
  }

  #typename(): string {
    return `${this.#alias(leafAliases)}__typename${this.#directives()}`;
  }

  #alias(names: readonly string[]): string {
    if (!this.#once(4)) return '';
    return `${this.random.oneOf(this.#once(12) ? strangeAliases : names)}: `;
  }

  #field({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fieldsLeft--;
    const given = args
      .filter((argument) => isRequiredArgument(argument) || this.#once(2))
      .map((argument) => `${argument.name}: ${this.#argument(argument.type, argument.defaultValue !== undefined)}`);
    const named = getNamedType(type);
    const alias = this.#alias(isCompositeType(named) ? aliases : leafAliases);
    const head = `${alias}${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.#directives()}`;
    return isCompositeType(named) ? `${head} ${this.#selections(named, depth - 1)}` : head;
  }

  #argument(type: GraphQLInputType, hasDefault: boolean): string {
    if (this.#once(2)) return this.#variable(type, hasDefault);
    return randomLiteral(type, this.random, this.style.values, (inner) => this.#variable(inner, false));
  }

  /** A variable that may stand where a type is expected: one that is there already, or a new one. */
  #variable(type: GraphQLInputType, hasDefault: boolean): string {
    const fitting = [...this.#variables].filter(([, { type: other }]) => String(other) === String(type));
    if (fitting.length > 0 && this.#once(2)) return `$${this.random.oneOf(fitting)[0]}`;
    const name = this.#once(60) ? 'representations' : `v${this.#variables.size}`;
    const withDefault = this.#once(3);
    // One that may be null may stand where null isn't expected, if either has a default.
    const nullable = isNonNullType(type) && (withDefault || hasDefault) && this.#once(2);
    const stricter = !isNonNullType(type) && this.#once(4);
    const own = nullable ? type.ofType : stricter ? new GraphQLNonNull(type) : type;
    const value = withDefault ? ` = ${randomLiteral(type, this.random, this.style.values)}` : '';
    this.#variables.set(name, { type, text: `$${name}: ${String(own)}${value}` });
    return `$${name}`;
  }

  #directives(): string {
    if (!this.#once(5)) return '';
    return ['skip', 'include']
      .filter(() => this.#once(2))
      .map((directive) => {
        const condition = this.#once(4)
          ? String(this.#once(2))
          : this.#variable(new GraphQLNonNull(GraphQLBoolean), false);
        return ` @${directive}(if: ${condition})`;
      })
      .join('');
  }

  #fragment(parent: GraphQLCompositeType, depth: number): string {
    const overlapping = this.#composites.filter((type) => doTypesOverlap(this.schema, parent, type));
    const on = this.random.oneOf(overlapping);
    const spreadable = this.#fragments.filter((fragment) => doTypesOverlap(this.schema, parent, fragment.on));
    if (spreadable.length > 0 && this.#once(3)) {
      return `...${this.random.oneOf(spreadable).name}${this.#directives()}`;
    }
    if (this.#once(4)) {
      const fragment = { name: `F${this.#definitions.length}`, on };
      const place = this.#definitions.push('') - 1;
      this.#definitions[place] = `fragment ${fragment.name} on ${on.name} ${this.#selections(on, depth - 1)}`;
      // Known only now: none may spread itself.
      this.#fragments.push(fragment);
      return `...${fragment.name}${this.#directives()}`;
    }
    const condition = this.#once(6) && !isUnionType(parent) ? '' : ` on ${on.name}`;
    return `...${condition}${this.#directives()} ${this.#selections(condition ? on : parent, depth - 1)}`;
  }
}
