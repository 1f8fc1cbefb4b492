import { raw } from '@mikro-orm/core';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import { Public } from '../access/declare.ts';
import { readTexts } from '../commands/texts.ts';
import { refuseProblems } from '../errors/fault.ts';
import type { Problem } from '../errors/fault.ts';
import type { Reads } from '../reading/reads.ts';
import { cursorOf, isCursor, valuesIn } from './cursor.ts';
import { largestPage, usualPage } from './page-size.ts';

/** Which page of a list is asked for. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true, description: 'How many from the start, 1 to 100; 20 unless told.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page starts.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: 'How many from the end, 1 to 100.' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'The cursor before which the page ends.' })
  before?: string;
}

/** Where a page stands in its list. */
@ObjectType({ description: 'Where a page stands in its list.' })
@Directive('@shareable')
@Public()
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  declare hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether there are some before.' })
  declare hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first item of the page.' })
  declare startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last item of the page.' })
  declare endCursor: string | null;
}

/** A page of a list. */
export interface Connection<Node> {
  edges: { node: Node; cursor: string }[];
  pageInfo: PageInfo;
  /** Counted only when asked for. */
  count: () => Promise<number>;
}

/** The connection and edge types of a node type, in Relay's form. */
export function connectionType<Node extends object>(node: ClassType<Node>, name: string): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list.` })
  @Public()
  class Edge {
    @Field(() => node, { description: 'The item.' })
    declare node: Node;

    @Field(() => String, { description: 'Its place in the list.' })
    declare cursor: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  @Public()
  class PageOfNodes {
    @Field(() => [Edge], { description: 'The items of the page.' })
    declare edges: Edge[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    declare pageInfo: PageInfo;

    declare count: () => Promise<number>;

    @Field(() => Int, { description: 'How many there are in all. Counted only when asked for.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }

  return PageOfNodes;
}

/** Reads a page by keyset: newest first unless `orderBy` says otherwise; it costs the same however deep the page lies, and stays put while rows are added. */
export async function readPage<Node extends object>(
  reads: Reads,
  entity: ClassType<Node>,
  asked: PageArguments,
  where: FilterQuery<Node> = {},
  orderBy: Order = { id: 'desc' },
): Promise<Connection<Node>> {
  const page = Object.fromEntries(Object.entries(asked).filter(([, value]) => value != null)) as PageArguments;
  const properties: Properties = reads.getMetadata<object>(entity).properties;
  const names = Object.keys(orderBy);
  refuseProblems([
    ...pageProblems(
      page,
      names.map((name) => properties[name]!.columnTypes[0]!),
    ),
    ...filterProblems(where),
  ]);
  const size = page.last ?? page.first ?? usualPage;
  // From the end of the list it is read backwards; one more tells whether more follow.
  const backwards = page.last !== undefined;
  const found = (await reads.find(entity, { $and: [where, ...places(page, orderBy, properties)] } as never, {
    orderBy: (backwards ? turned(orderBy) : orderBy) as never,
    limit: size + 1,
  })) as Node[];
  const more = found.length > size;
  const nodes = backwards ? found.slice(0, size).reverse() : found.slice(0, size);
  const edges = nodes.map((node) => new EdgeOf(node, names));
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? page.before !== undefined : more,
      hasPreviousPage: backwards ? more : page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: () => reads.count(entity, where as never),
  };
}

/** An item of a page. Its cursor is written when it is asked for: most answers hold none. */
class EdgeOf<Node extends object> {
  constructor(
    readonly node: Node,
    private readonly sortedBy: readonly string[],
  ) {}

  get cursor(): string {
    return cursorOf(this.sortedBy.map((name) => this.node[name as keyof Node]));
  }
}

type Properties = Record<string, { columnTypes: string[]; fieldNames: string[] }>;
type Order = Record<string, 'asc' | 'desc'>;

function turned(orderBy: Order): Order {
  return Object.fromEntries(
    Object.entries(orderBy).map(([name, direction]) => [name, direction === 'asc' ? 'desc' : 'asc']),
  );
}

/**
 * Where a page begins or ends, as one comparison of rows: an index begins there, where the same told column by column would have it read what comes before. The first
 * column is told by itself, too: where a filter bounds it, the index begins at the nearer one of both. A list is sorted in one direction by all of its columns.
 */
function places(page: PageArguments, orderBy: Order, properties: Properties): object[] {
  const names = Object.keys(orderBy);
  const descending = orderBy[names[0]!] === 'desc';
  const comparison = (cursor: string, beyond: boolean) => {
    const row = (alias: string) => names.map((name) => `${alias}.${properties[name]!.fieldNames[0]}`).join(', ');
    const [operator, nearer] = beyond === descending ? ['<', '$lte'] : ['>', '$gte'];
    const marks = names.map(() => '?').join(', ');
    const values = valuesIn(cursor) as string[];
    return {
      ...(names.length > 1 && { [names[0]!]: { [nearer]: values[0] } }),
      [raw((alias) => `(${row(alias)}) ${operator} (${marks})`, values)]: [],
    };
  };
  return [
    ...(page.after === undefined ? [] : [comparison(page.after, true)]),
    ...(page.before === undefined ? [] : [comparison(page.before, false)]),
  ];
}

/** Texts of a filter that no row can hold: a database refuses them instead of finding nothing. */
export function filterProblems(where: object): Problem[] {
  return readTexts(where).problems.map((problem) => ({ ...problem, path: ['filter', ...problem.path] }));
}

/** What is wrong with a page that is asked for, where the list is sorted by columns of these types. */
export function pageProblems({ first, last, after, before }: PageArguments, columnTypes: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  for (const [name, size] of Object.entries({ first, last })) {
    if (size !== undefined && (size < 1 || size > largestPage))
      problems.push({ code: 'PAGE_SIZE', path: [name], params: { max: largestPage } });
  }
  if (first !== undefined && last !== undefined) problems.push({ code: 'PAGE_DIRECTION', path: ['last'] });
  for (const [name, cursor] of Object.entries({ after, before })) {
    if (cursor !== undefined && !isCursor(cursor, columnTypes)) problems.push({ code: 'CURSOR_INVALID', path: [name] });
  }
  return problems;
}
