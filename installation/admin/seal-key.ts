import { publicKeysOf } from '../../subgraphs/kit/seals/sealing.ts';
import { installationConfiguration } from '../configuration.ts';
import { installationSecrets } from '../secrets.ts';

/** Prints the public key by which the seals of the installation in the data folder are verified. */
export async function printSealKey(): Promise<void> {
  const { sealKey } = await installationSecrets(installationConfiguration(process.env).QONAQ_DATA);
  const [publicKey] = publicKeysOf({ key: sealKey, formerKeys: [], headsFolder: undefined });
  console.log(JSON.stringify(publicKey));
}
