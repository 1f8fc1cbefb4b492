import { demoAccount } from '../../installation/demo/accounts.ts';
import type { DemoAccount } from '../../installation/demo/accounts.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import type { City, Role } from '../../subgraphs/kit/viewer/roles.ts';
import type { GraphClient } from './graph-client.ts';
import type { TestProduct } from './product.ts';

/** Something that somebody was told, as tests look at it. */
export interface Told {
  id: string;
  kind: string;
  at: string;
  caseType: string;
  caseId: string;
  caseNumber: string;
  title: string;
  text: string;
  readAt: string | null;
}

/** What is asked of it. */
export const toldSelection = 'id kind at caseType caseId caseNumber title text readAt';

/** What somebody was told, the earliest first. */
export async function toldTo(client: GraphClient, language = 'en'): Promise<Told[]> {
  const { data, errors } = await client.send(
    `{ me { notifications(first: 100) { edges { node { ${toldSelection} } } } } }`,
    {},
    language,
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const { edges } = data.me.notifications as { edges: { node: Told }[] };
  return edges.map(({ node }) => node).toReversed();
}

/** The kinds of what somebody was told of a case, the earliest first. */
export async function kindsTold(client: GraphClient, caseId: string): Promise<string[]> {
  return (await toldTo(client)).filter((told) => told.caseId === caseId).map(({ kind }) => kind);
}

/** The head of an office, where the demo has none: of a role, at a mission or in a city. */
export async function headOf(
  product: TestProduct,
  role: Role,
  place: { mission?: number; city?: City } = {},
): Promise<GraphClient> {
  const head: DemoAccount = { ...demoAccount(role, place)!, id: newId(), name: 'Head of office' };
  await product.database.query(
    `insert into missions.account (id, name, role, office_id, city, head_of_office, state) values ($1, $2, $3, $4, $5, true, 'ACTIVE')`,
    [head.id, head.name, role, head.officeId, head.city],
  );
  await product.database.query(
    `insert into kit.account_state (id, state, role, office_id, city, head_of_office) values ($1, 'ACTIVE', $2, $3, $4, true)`,
    [head.id, role, head.officeId, head.city],
  );
  return product.asAccount(head);
}

/** What the systems with a scope are told of a case, the earliest first: as the database keeps it. */
export async function toldToSystems(
  { database }: TestProduct,
  scope: string,
  caseId: string,
): Promise<{ kind: string; text: Record<string, string> }[]> {
  const { rows } = await database.query<{ kind: string; text: Record<string, string> }>(
    'select kind, text from kit.notice where scope = $1 and case_id = $2 order by id',
    [scope, caseId],
  );
  return rows;
}

/** Who in the residence service may be told something: everybody who takes part in it, in both cities, and who doesn't. */
function listenersOf(product: TestProduct, person: GraphClient): Record<string, GraphClient> {
  return {
    person,
    hub: product.as('hub_officer'),
    signer: product.as('mddiai_signer'),
    officer: product.as('kkq_officer'),
    'officer of Almaty': product.as('kkq_officer', { city: 'ALMATY' }),
    knb: product.as('knb_officer'),
    centre: product.as('psc_officer'),
    'centre of Almaty': product.as('psc_officer', { city: 'ALMATY' }),
    consul: product.as('consul'),
    'consul of Tirana': product.as('consul', { mission: 1 }),
    ministry: product.as('authorised_employee'),
    operator: product.as('iin_operator'),
    reviewer: product.as('complaint_reviewer'),
  };
}

/**
 * Listens to what is told of a case: each time it is asked, it answers what was told since, by whom it was told; who was told nothing isn't in it. `residence
 * systems` and `number systems` are the systems of other agencies.
 */
export function listenTo(
  product: TestProduct,
  caseId: string,
  person: GraphClient,
): () => Promise<Record<string, string[]>> {
  const heard = new Set<string>();
  return async () => {
    const told: Record<string, string[]> = {};
    for (const [name, client] of Object.entries(listenersOf(product, person))) {
      const fresh = (await toldTo(client)).filter((each) => each.caseId === caseId && !heard.has(`${name} ${each.id}`));
      for (const { id } of fresh) heard.add(`${name} ${id}`);
      if (fresh.length > 0) told[name] = fresh.map(({ kind }) => kind);
    }
    for (const [name, scope] of [
      ['residence systems', 'residence:status'],
      ['number systems', 'iin:verify'],
    ] as const) {
      const all = await toldToSystems(product, scope, caseId);
      const fresh = all.slice([...heard].filter((each) => each.startsWith(`${name} `)).length);
      for (const [index] of fresh.entries()) heard.add(`${name} ${heard.size} ${index}`);
      if (fresh.length > 0) told[name] = fresh.map(({ text }) => text.en!);
    }
    return told;
  };
}
