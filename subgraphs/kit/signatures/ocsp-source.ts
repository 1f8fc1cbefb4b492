import { createHash, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { rsaOids } from './algorithms.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { Certificate } from './certificate.ts';
import { certificateIdentity, repeatsNonce } from './ocsp.ts';
import type { RevocationSource } from './revocation.ts';

const deadline = 5_000;
const mostBytes = 256 * 1024;
const nonceOid = '1.3.6.1.5.5.7.48.1.2';

/** A responder (OCSP over HTTP) that is asked anew for each certificate; an answer to another question is no answer. */
export function ocspResponder(url: string): RevocationSource {
  return async (certificate, issuer) => {
    const nonce = randomBytes(16);
    const question = { type: 'application/ocsp-request', bytes: ocspQuestion(certificate, issuer, nonce) };
    const answer = await boundedFetch(url, { deadline, mostBytes, body: question });
    return answer && repeatsNonce(answer.bytes, nonce) ? [{ kind: 'OCSP', bytes: answer.bytes }] : [];
  };
}

/** A question about one certificate, identified by SHA-256, in DER. */
function ocspQuestion(certificate: Certificate, issuer: Certificate, nonce: Uint8Array): Uint8Array {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const { name, key, serial } = certificateIdentity(certificate, issuer, sha256);
  const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: new Uint8Array(bytes).buffer });
  const request = new pkijs.OCSPRequest({
    tbsRequest: new pkijs.TBSRequest({
      requestList: [
        new pkijs.Request({
          reqCert: new pkijs.CertID({
            hashAlgorithm: new pkijs.AlgorithmIdentifier({
              algorithmId: rsaOids.digest,
              algorithmParams: new asn1js.Null(),
            }),
            issuerNameHash: octets(name),
            issuerKeyHash: octets(key),
            serialNumber: new asn1js.Integer({ valueHex: new Uint8Array(Buffer.from(serial, 'hex')).buffer }),
          }),
        }),
      ],
      requestExtensions: [new pkijs.Extension({ extnID: nonceOid, extnValue: octets(nonce).toBER() })],
    }),
  });
  return new Uint8Array(request.toSchema(true).toBER());
}
