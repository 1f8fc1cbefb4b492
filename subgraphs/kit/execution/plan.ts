import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  TypeNameMetaFieldDef,
} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { getFieldDef } from 'graphql/execution/execute.js';
import { storedTexts } from '../graph/stored-texts.ts';
import { completionOf } from './complete.ts';
import type { Complete } from './complete.ts';

type Field = GraphQLField<unknown, unknown>;

/** What finds a field's value. */
export type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** What finds each field's value; nothing for a field that is a property of its object. */
export type Resolvers = ReadonlyMap<Field, Resolver | undefined>;

/** A query of a document, with all of its execution that is the same in every request. */
export class QueryPlan {
  #fields: readonly FieldPlan[] | undefined;

  /** @param conditions the values of the variables on which it skips or includes fields. */
  constructor(
    readonly schema: GraphQLSchema,
    readonly resolvers: Resolvers,
    readonly operation: OperationDefinitionNode,
    readonly fragments: Record<string, FragmentDefinitionNode>,
    readonly conditions: Record<string, unknown>,
  ) {}

  /** What it asks of the root. */
  get fields(): readonly FieldPlan[] {
    const { schema, fragments, conditions, operation } = this;
    const root = schema.getQueryType()!;
    return (this.#fields ??= plansOf(
      this,
      root,
      collectFields(schema, fragments, conditions, root, operation.selectionSet),
    ));
  }
}

/** A field of a planned query. */
export class FieldPlan {
  readonly resolve: Resolver | undefined;
  readonly complete: Complete;
  readonly nullable: boolean;
  /** Whether it asks for the name of the type that it stands in. */
  readonly isTypename: boolean;
  /** Whether it holds one plain value, neither a list nor an object. */
  readonly isLeaf: boolean;
  /** What makes the answer's text of the database's, where that goes without an object in between. */
  readonly ofStoredText: ((stored: string) => string) | undefined;
  /** Whether something is told where in the operation it stands: its resolver, or what finds the type of its value. */
  readonly tellsInfo: boolean;
  readonly #selections = new Map<GraphQLObjectType, readonly FieldPlan[]>();

  constructor(
    readonly query: QueryPlan,
    readonly parentType: GraphQLObjectType,
    readonly responseName: string,
    readonly nodes: readonly FieldNode[],
    readonly field: Field,
  ) {
    const { resolvers } = query;
    this.resolve = resolvers.has(field) ? resolvers.get(field) : field.resolve;
    this.complete = completionOf(field.type, this);
    this.nullable = !isNonNullType(field.type);
    this.isTypename = field === TypeNameMetaFieldDef;
    const type = getNullableType(field.type);
    this.isLeaf = isLeafType(type);
    this.ofStoredText = this.resolve ? undefined : storedTexts[String(type)];
    this.tellsInfo = this.resolve !== undefined || isAbstractType(getNamedType(field.type));
  }

  /** What is asked of its value when that is an object of this type. */
  selectionOf(type: GraphQLObjectType): readonly FieldPlan[] {
    const known = this.#selections.get(type);
    if (known) return known;
    const { schema, fragments, conditions } = this.query;
    const selection = plansOf(this.query, type, collectSubfields(schema, fragments, conditions, type, this.nodes));
    this.#selections.set(type, selection);
    return selection;
  }
}

function plansOf(
  query: QueryPlan,
  type: GraphQLObjectType,
  fields: ReadonlyMap<string, readonly FieldNode[]>,
): readonly FieldPlan[] {
  return [...fields].map(
    ([name, nodes]) => new FieldPlan(query, type, name, nodes, getFieldDef(query.schema, type, nodes[0]!)!),
  );
}
