import ncalayer from 'ncalayer-js-client';
import type { Language } from '../../subgraphs/kit/errors/languages.ts';

const { NCALayerClient } = ncalayer;

/** Which certificates NCALayer offers to sign with. */
const signers = {
  PERSON: NCALayerClient.basicsSignerSignPerson,
  ORGANISATION: NCALayerClient.basicsSignerSignOrg,
  EITHER: NCALayerClient.basicsSignerSignAny,
};

/** Who is to sign: a person in one's own name, one for an organisation, or either. The server decides whether the holder may. */
export type SigningHolder = keyof typeof signers;

/** A detached CMS over the document, or why there is none: NCALayer isn't running on this computer, the person cancelled, or it failed. */
export type Signing = { ok: true; cms: Uint8Array } | { ok: false; reason: 'NOT_RUNNING' | 'CANCELLED' | 'FAILED' };

/** Where NCALayer listens on the person's computer. */
const usualAddress = 'wss://127.0.0.1:13579';

/** Has the person sign a document with NCALayer, on the own computer: for the pages, in a browser. The key never leaves it. */
export async function signWithNcaLayer(
  document: Uint8Array,
  holder: SigningHolder,
  language: Language,
  address = usualAddress,
): Promise<Signing> {
  // Only NCALayer itself is asked: whatever else listens on this computer is none of the page's business.
  const client = new NCALayerClient(address, false);
  try {
    await client.connect();
  } catch {
    return { ok: false, reason: 'NOT_RUNNING' };
  }
  try {
    const cms = await client.basicsSignCMS(
      NCALayerClient.basicsStorageAll,
      document.toBase64(),
      NCALayerClient.basicsCMSParamsDetachedNoTSP,
      signers[holder],
      language,
    );
    return { ok: true, cms: Uint8Array.fromBase64(withoutArmour(cms)) };
  } catch (error) {
    return { ok: false, reason: (error as { canceledByUser?: boolean }).canceledByUser ? 'CANCELLED' : 'FAILED' };
  } finally {
    client.wsConnection?.close();
  }
}

/** NCALayer answers base64, some versions between the lines of PEM. */
function withoutArmour(cms: string): string {
  return cms.replace(/-----(BEGIN|END) CMS-----/g, '').replace(/\s/g, '');
}
