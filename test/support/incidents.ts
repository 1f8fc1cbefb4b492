import type { GraphClient } from './graph-client.ts';
import type { TestProduct } from './product.ts';

/** Records a failure that is found now and closes the operators' side, unless told otherwise; answers the incident's id. */
export async function openIncident(product: TestProduct, stopsDelivery = true): Promise<string> {
  const input = {
    system: 'LINK',
    foundAt: product.clock.now().toString(),
    description: 'The link is down.',
    stopsDelivery,
  };
  const data = await product
    .as('iin_operator')
    .ask('mutation Open($input: OpenIncidentInput!) { openIncident(input: $input) { incident { id } } }', { input });
  return data.openIncident.incident.id as string;
}

/** Records that it ends now. */
export async function closeIncident(product: TestProduct, id: string): Promise<void> {
  const endedAt = product.clock.now().toString();
  await product
    .as('iin_operator')
    .ask('mutation Close($input: CloseIncidentInput!) { closeIncident(input: $input) { incident { id } } }', {
      input: { id, expectedVersion: 1, endedAt, measures: 'The link was mended.' },
    });
}

/** Where an application is on its way to the operators, as somebody sees it. */
export async function deliveryOf(client: GraphClient, id: string) {
  const query = 'query Delivery($id: ID!) { iinApplication(id: $id) { version state dueAt delivery deliveredAt } }';
  return (await client.ask(query, { id })).iinApplication;
}
