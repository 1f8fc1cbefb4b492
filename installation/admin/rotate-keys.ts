import { identityTables } from '../../gateway/identity/model/tables.ts';
import { rotateSigningKeys } from '../../gateway/identity/provider/signing-keys.ts';
import { sealingWith } from '../../gateway/identity/sealing.ts';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { openDatabase } from '../../subgraphs/kit/orm/database.ts';
import { adminTarget } from './target.ts';

/** Makes a new key for the tokens of the installation that is running. Tokens of the one before are believed until they expire. */
export async function rotateKeys(): Promise<void> {
  const { databaseUrl: url, identityKey } = await adminTarget('qonaq_identity');
  if (!identityKey) throw new Error('IDENTITY_KEY: keys are kept encrypted with it.');
  const orm = await openDatabase(identityTables, { url, poolSize: 1 });
  try {
    await rotateSigningKeys(orm, sealingWith(identityKey), systemClock.now());
    console.log('There is a new key. It signs tokens within half a minute, once it is known everywhere.');
  } finally {
    await orm.close();
  }
}
