import type { SubgraphName } from '../../subgraphs/kit/subgraph/definition.ts';
import type { TestProduct } from './product.ts';

/** Asks a subgraph as the gateway does, with the gateway bypassed. */
export async function askSubgraph(
  { subgraphs }: Pick<TestProduct, 'subgraphs'>,
  subgraph: SubgraphName,
  query: string,
  authorization: string | undefined,
): Promise<{ data: unknown; codes: string[] }> {
  const { data, errors = [] } = await subgraphs.send(subgraph, {
    query,
    authorization,
    acceptLanguage: 'en',
    trace: { address: null, requestId: 'asked-directly', operationName: null, operationHash: null },
  });
  return { data, codes: errors.map(({ extensions }) => String(extensions?.code)) };
}
