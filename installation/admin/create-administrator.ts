import { isEmailAddress } from '../../subgraphs/kit/email.ts';
import { createFirstAdministrator } from '../../subgraphs/missions/commands/create-first-administrator.ts';
import { missions } from '../../subgraphs/missions/index.ts';
import { asSubgraph } from './as-subgraph.ts';

/** Creates the first administrator, and tells the link with which the person chooses what to sign in with. */
export async function createAdministrator(name: string, email: string): Promise<void> {
  if (!isEmailAddress(email)) throw new Error(`${email} is no e-mail address.`);
  const { url, expiresAt } = await asSubgraph(missions, 'createFirstAdministrator', async (session, { publicUrl }) => {
    const invitation = await createFirstAdministrator(session, { name, email }, publicUrl);
    if (!invitation)
      throw new Error('There is an administrator already: the State Corporation creates further ones in the graph.');
    return invitation;
  });
  console.log(
    `${name} administers this installation. Hand over this link; it works once, until ${expiresAt.toString()}:\n  ${url}`,
  );
}
