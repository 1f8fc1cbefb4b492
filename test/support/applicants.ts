import { systemAuthorization } from '../../subgraphs/kit/viewer/system-token.ts';
import { askSubgraph } from './ask-subgraph.ts';
import type { PersonInput } from './counter.ts';
import type { Answer, GraphClient } from './graph-client.ts';
import type { TestProduct } from './product.ts';

/** Opens the account of somebody who signs in with a certificate of this number for the first time, as the identity provider does. */
export async function signUp(product: TestProduct, iin: string): Promise<{ accountId: string; client: GraphClient }> {
  const name = 'Somebody with a certificate';
  const { data } = await askSubgraph(
    product,
    'missions',
    `mutation { openApplicantAccount(input: { name: "${name}", iin: "${iin}" }) }`,
    await systemAuthorization(product.keys.tokens, product.clock)('identity'),
  );
  const { openApplicantAccount: id } = data as { openApplicantAccount: string };
  const client = product.asAccount({ id, name, role: 'applicant', officeId: null, city: null, iin });
  return { accountId: id, client };
}

/** Registers the person who acts; answers whatever comes of it. */
export function tryToRegisterOneself(client: GraphClient, input: PersonInput): Promise<Answer> {
  return client.send(
    `mutation Oneself($input: RegisterApplicantInput!) { registerApplicant(input: $input) {
       applicant { id version iin travelDocument { number } documents { id } consents { id } } } }`,
    { input },
  );
}

/** An applicant as its person reads it. */
export interface OwnApplicant {
  id: string;
  version: number;
  iin: string | null;
  travelDocument: { number: string };
  documents: { id: string }[];
  consents: { id: string }[];
}

/** Registers the person who acts, which must succeed. */
export async function registerOneself(client: GraphClient, input: PersonInput): Promise<OwnApplicant> {
  const { data, errors } = await tryToRegisterOneself(client, input);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.registerApplicant.applicant as OwnApplicant;
}
