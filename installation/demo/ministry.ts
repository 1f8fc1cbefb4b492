import type { Client } from './client.ts';
import { step } from './screen.ts';

interface Representations {
  foreignRepresentations: { edges: { node: { id: string; city: string; name: { en: string } } }[] };
}

/** Looks for the embassy of a state, of which somebody is staff (A§1); answers its id. */
export async function findEmbassy(employee: Client, country: string, inForceOn: Temporal.PlainDate): Promise<string> {
  const filter = { kind: 'EMBASSY', country, inForceOn };
  const { foreignRepresentations } = await step(
    employee,
    () => employee.send<Representations>('authorised_employee/foreign-representations', { filter }),
    ({ foreignRepresentations: { edges } }) => `finds the embassy of ${country} in ${edges[0]!.node.city} (A§1)`,
  );
  return foreignRepresentations.edges[0]!.node.id;
}
