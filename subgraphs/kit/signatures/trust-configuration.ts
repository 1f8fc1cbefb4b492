import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../configuration.ts';
import { Malformed } from './der-elements.ts';
import { readCertificateFile } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { listsInFolder, publishedLists } from './crl-sources.ts';
import { ncaNode } from './ncanode.ts';
import { ocspResponder } from './ocsp-source.ts';
import type { RevocationSource } from './revocation.ts';
import type { SignatureVerifier } from './verdict.ts';
import { verifySignature } from './verify.ts';

const address = () => z.url({ protocol: /^https?$/ });
const addresses = () =>
  z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .pipe(z.array(address()));

/** Whose signatures are believed. Without anchors no signature can be verified. */
export const signatureSettings = {
  /** A folder with the certificates of the authorities that are trusted (DER or PEM). */
  SIGNATURE_ANCHORS: z.string().optional(),
  /** A folder with the certificates of authorities that stand between. */
  SIGNATURE_INTERMEDIATES: z.string().optional(),
  /** A responder that says whether a certificate is revoked. It is asked before any list. */
  SIGNATURE_OCSP_URL: address().optional(),
  /** Addresses of revocation lists, with commas between. */
  SIGNATURE_CRL_URLS: addresses().optional(),
  /** A folder with revocation lists (`*.crl`). */
  SIGNATURE_CRL_FOLDER: z.string().optional(),
  /** For how many hours a list or an answer counts after it was issued. */
  SIGNATURE_PROOF_HOURS: z.coerce.number().int().positive().default(24),
  /** An NCANode that verifies instead of this product, such as http://10.0.0.7:14579. */
  SIGNATURE_NCANODE_URL: address().optional(),
};

/** What the environment says about signatures. */
export type SignatureSettings = z.output<z.ZodObject<typeof signatureSettings>>;

/**
 * The verifier that the environment describes; none when it says nothing. Throws a `ConfigurationError` for a certificate that
 * can't be read, for anchors without any word on revocation, and for two verifiers.
 */
export function configuredVerifier(settings: SignatureSettings): SignatureVerifier | undefined {
  const { SIGNATURE_NCANODE_URL: service, SIGNATURE_ANCHORS: anchorFolder } = settings;
  if (service && anchorFolder)
    throw new ConfigurationError('Set SIGNATURE_ANCHORS or SIGNATURE_NCANODE_URL, not both.');
  if (service) return ncaNode(service);
  if (!anchorFolder) return undefined;
  const anchors = certificatesIn('SIGNATURE_ANCHORS', anchorFolder);
  if (anchors.length === 0)
    throw new ConfigurationError(`SIGNATURE_ANCHORS: no certificate stands in ${anchorFolder}.`);
  const revocation = revocationSources(settings);
  if (revocation.length === 0) {
    throw new ConfigurationError(
      'SIGNATURE_ANCHORS needs SIGNATURE_OCSP_URL, SIGNATURE_CRL_URLS or SIGNATURE_CRL_FOLDER.',
    );
  }
  const { SIGNATURE_INTERMEDIATES: between } = settings;
  const intermediates = between ? certificatesIn('SIGNATURE_INTERMEDIATES', between) : [];
  const proofsCountFor = Temporal.Duration.from({ hours: settings.SIGNATURE_PROOF_HOURS });
  const trust = { anchors, intermediates, revocation, proofsCountFor };
  return (claim) => verifySignature({ ...claim, trust });
}

/** An answer is small and new, a list is neither: so the responder is asked first. */
function revocationSources(settings: SignatureSettings): RevocationSource[] {
  const { SIGNATURE_OCSP_URL: responder, SIGNATURE_CRL_URLS: lists, SIGNATURE_CRL_FOLDER: folder } = settings;
  return [
    ...(responder ? [ocspResponder(responder)] : []),
    ...(lists ? [publishedLists(lists)] : []),
    ...(folder ? [listsInFolder(folder)] : []),
  ];
}

/** The certificates in the files of a folder. Throws a `ConfigurationError` that names the setting, or a file that holds none. */
function certificatesIn(setting: string, folder: string): Certificate[] {
  if (!existsSync(folder)) throw new ConfigurationError(`${setting}: there is no folder ${folder}.`);
  const names = readdirSync(folder).filter((name) => /\.(cer|crt|der|pem)$/i.test(name));
  return names.flatMap((name) => {
    try {
      return readCertificateFile(readFileSync(join(folder, name)));
    } catch (error) {
      if (error instanceof Malformed) throw new ConfigurationError(`${setting}: ${name} holds no certificate.`);
      throw error;
    }
  });
}
