import { execute, parse } from 'graphql';
import type { DocumentNode, ExecutionResult } from 'graphql';
import { shopSchemas } from './subgraphs.ts';

const documents = new Map<string, DocumentNode>();

/** What a subgraph of the shop answers; each text is parsed once. */
export async function answerOfShop(
  subgraph: string,
  { query, variables }: { query: string; variables?: Record<string, unknown> | undefined },
): Promise<ExecutionResult> {
  let document = documents.get(query);
  if (!document) documents.set(query, (document = parse(query)));
  return execute({ schema: shopSchemas[subgraph]!, document, variableValues: variables });
}
