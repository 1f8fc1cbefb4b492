import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { CursorError } from '@mikro-orm/core';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import { Public } from '../access/declare.ts';
import { Fault } from '../errors/fault.ts';
import type { Problem } from '../errors/fault.ts';

/** The most that one page holds. */
const largestPage = 100;
const usualPage = 20;

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
  em: EntityManager,
  entity: ClassType<Node>,
  asked: PageArguments,
  where: FilterQuery<Node> = {},
  orderBy: Record<string, 'asc' | 'desc'> = { id: 'desc' },
): Promise<Connection<Node>> {
  const page = Object.fromEntries(Object.entries(asked).filter(([, value]) => value != null)) as PageArguments;
  const problems = pageProblems(page);
  if (problems.length > 0) throw new Fault('BAD_USER_INPUT', { problems });
  const size = page.last === undefined ? { first: page.first ?? usualPage } : { last: page.last };
  try {
    const found = await em.findByCursor(entity, {
      where: where as never,
      orderBy: orderBy as never,
      includeCount: false,
      ...size,
      ...(page.after !== undefined && { after: page.after }),
      ...(page.before !== undefined && { before: page.before }),
    });
    const edges = found.items.map((node) => ({ node: node, cursor: found.from(node as never) }));
    const { hasNextPage, hasPrevPage, startCursor, endCursor } = found;
    return {
      edges,
      pageInfo: { hasNextPage, hasPreviousPage: hasPrevPage, startCursor, endCursor },
      count: () => em.count(entity, where as never),
    };
  } catch (error) {
    if (error instanceof CursorError || error instanceof SyntaxError) cursorProblem(page);
    throw error;
  }
}

function cursorProblem(page: PageArguments): never {
  throw new Fault('BAD_USER_INPUT', {
    problems: [{ code: 'CURSOR_INVALID', path: [page.after === undefined ? 'before' : 'after'] }],
  });
}

function pageProblems({ first, last, after, before }: PageArguments): Problem[] {
  const problems: Problem[] = [];
  for (const [name, size] of Object.entries({ first, last })) {
    if (size !== undefined && (size < 1 || size > largestPage))
      problems.push({ code: 'PAGE_SIZE', path: [name], params: { max: largestPage } });
  }
  if (first !== undefined && last !== undefined) problems.push({ code: 'PAGE_DIRECTION', path: ['last'] });
  for (const [name, cursor] of Object.entries({ after, before })) {
    if (cursor !== undefined && !isCursor(cursor)) problems.push({ code: 'CURSOR_INVALID', path: [name] });
  }
  return problems;
}

/** A cursor is the list of a row's sort values: texts and numbers only. */
function isCursor(text: string): boolean {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return (
      Array.isArray(values) &&
      values.every((value) => ['string', 'number'].includes(typeof value)) &&
      !/\\u0000/.test(JSON.stringify(values))
    );
  } catch {
    return false;
  }
}
