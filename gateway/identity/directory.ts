import { newId } from '../../subgraphs/kit/ids.ts';
import type { Message } from '../../subgraphs/kit/errors/languages.ts';
import type { Transport } from '../../subgraphs/kit/transport/transport.ts';
import type { SystemAuthorization } from '../../subgraphs/kit/viewer/system-token.ts';
import type { AccountState, City, Role } from '../../subgraphs/kit/viewer/roles.ts';

/** What the provider is told of an account. */
export interface KnownAccount {
  id: string;
  name: string;
  role: Role;
  city: City | null;
  state: AccountState;
  office: { id: string; name: Message } | null;
}

/** What the provider is told of a partner's system. */
export interface KnownPartnerClient {
  id: string;
  name: string;
  scopes: string[];
  /** JSON Web Key Set, as text. */
  jwks: string | null;
  jwksUrl: string | null;
  /** RFC 3339. */
  expiresAt: string;
  state: 'ACTIVE' | 'EXPIRED' | 'REVOKED';
}

/** From where somebody asks. */
export interface CallOrigin {
  address: string;
  requestId: string;
}

/** What somebody did or tried here, as the journal tells it. */
export interface SignInNote {
  /** The account concerned; none when nobody knows whose it was. */
  accountId: string | null;
  action: 'signIn' | 'signOut' | 'acceptInvitation' | 'issueToken';
  /** `DONE`, or why not, in a code. */
  outcome: string;
}

/** The accounts and partner clients, which are the missions subgraph's: asked there each time, so nothing here is stale. */
export interface Directory {
  account(id: string): Promise<KnownAccount | undefined>;
  partnerClient(id: string): Promise<KnownPartnerClient | undefined>;
  /** Notes a sign-in. `false` when the account isn't let in. */
  recordSignIn(accountId: string, origin: CallOrigin): Promise<boolean>;
  /** Has it written into the journal what somebody did or tried here. */
  noteSignIn(note: SignInNote, origin: CallOrigin): Promise<void>;
  /** The account of an applicant with this number; opened when there is none. */
  openApplicantAccount(name: string, iin: string, origin: CallOrigin): Promise<string>;
}

/** Asks the missions subgraph in the provider's own name. */
export function directory(transport: Transport, systemAuthorization: SystemAuthorization): Directory {
  return {
    account: (id) => entity<KnownAccount>('Account', id, '{ id name role city state office { id name { kk ru en } } }'),
    partnerClient: (id) =>
      entity<KnownPartnerClient>('PartnerClient', id, '{ id name scopes jwks jwksUrl expiresAt state }'),
    recordSignIn: async (accountId, origin) => {
      const query = 'mutation SignIn($id: ID!) { recordSignIn(input: { accountId: $id }) }';
      const { codes } = await send(query, { id: accountId }, origin);
      if (codes.length > 0 && codes.every((code) => code !== 'WRONG_STATE' && code !== 'NOT_FOUND'))
        throw refused(codes);
      return codes.length === 0;
    },
    noteSignIn: async (input, origin) => {
      const query = 'mutation SignIn($input: NoteSignInInput!) { noteSignIn(input: $input) }';
      const { codes } = await send(query, { input }, origin);
      if (codes.length > 0) throw refused(codes);
    },
    openApplicantAccount: async (name, iin, origin) => {
      const { data, codes } = await send(
        'mutation SignIn($input: OpenApplicantAccountInput!) { openApplicantAccount(input: $input) }',
        { input: { name, iin } },
        origin,
      );
      if (codes.length > 0) throw refused(codes);
      return data!.openApplicantAccount as string;
    },
  };

  async function entity<Entity>(type: string, id: string, selection: string): Promise<Entity | undefined> {
    const { data, codes } = await send(
      `query SignIn($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} ${selection} } }`,
      { of: [{ __typename: type, id }] },
    );
    if (codes.length > 0) throw refused(codes);
    return (data!._entities as (Entity | null)[])[0] ?? undefined;
  }

  async function send(query: string, variables: Record<string, unknown>, origin?: CallOrigin) {
    const { address = null, requestId = newId() } = origin ?? {};
    const { data, errors = [] } = await transport.send('missions', {
      query,
      variables,
      authorization: await systemAuthorization('identity'),
      acceptLanguage: undefined,
      trace: { address, requestId, operationName: 'SignIn', operationHash: null },
    });
    return { data, codes: errors.map(({ extensions }) => String(extensions?.code)) };
  }
}

function refused(codes: readonly string[]): Error {
  return new Error(`The missions subgraph answers ${codes.join(', ')}.`);
}
