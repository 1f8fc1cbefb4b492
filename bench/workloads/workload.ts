import type { Client } from 'pg';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { demoToken } from '../../installation/demo/tokens.ts';
import type { DemoAccount } from '../../installation/demo/accounts.ts';
import type { Installation } from '../systems/installation.ts';

/** One request, and what has to come. */
export interface Question {
  token: string;
  variables: Record<string, unknown>;
  /** What is told beside to those that are not asked as the graph is. */
  beside?: Record<string, unknown>;
  /**
   * Checks the data of an answer.
   *
   * @param thorough every value against what the database was filled with, not only how many and which.
   * @throws when something else came.
   */
  check: (data: unknown, thorough: boolean) => void;
}

/** What is asked of systems that were not made for this graph. */
export interface Foreign {
  operation: string;
  /** Its variables, where they are not all that is told. */
  variables?: (told: Record<string, unknown>) => Record<string, unknown>;
}

/** Something that people do all day. */
export interface Workload {
  name: string;
  /** What it is, for the report. */
  title: string;
  /** The operation as the graph is asked. */
  operation: string;
  /** The same for PostGraphile, or why it can't be asked for it. */
  postgraphile: Foreign | string;
  /** Whether it changes something, so that jobs follow. */
  changes?: boolean;
  /** Questions with other variables and tokens each; they are asked in any order, again and again. */
  questions: (ground: Ground) => Promise<Question[]>;
}

/** On what questions are made. */
export interface Ground {
  /** The superuser's connection to the database that is measured. */
  database: Client;
  installation: Installation;
  /** Items of a page, and which page: any of the first ten unless told. */
  first: number;
  page?: number | undefined;
}

/** Several tokens of an account: each was issued at another moment. */
export async function tokensOf(
  { installation }: Ground,
  account: DemoAccount,
  count: number,
  scopes: readonly string[] = [],
): Promise<string[]> {
  const issuedAt = (seconds: number) => ({ now: () => systemClock.now().subtract({ seconds }) });
  return Promise.all(
    Array.from({ length: count }, (_, at) =>
      demoToken(installation.secrets.demoSigningKey, account, scopes, issuedAt(at + 1)),
    ),
  );
}

/** One of a list, by chance. */
export function anyOf<Item>(items: readonly Item[]): Item {
  return items[Math.floor(Math.random() * items.length)]!;
}

/** Requires that two values are the same. */
export function same(what: string, found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(
      `${what}: ${JSON.stringify(found)?.slice(0, 300)} instead of ${JSON.stringify(expected)?.slice(0, 300)}`,
    );
}
