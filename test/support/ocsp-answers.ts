import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import { encodedName, extension, number, octets, sealed } from '../../installation/demo/authority-certificates.ts';
import type { Issuer } from '../../installation/demo/authority-certificates.ts';
import type { Certificate } from '../../subgraphs/kit/signatures/certificate.ts';

/** What a responder of a test answers. */
export interface AnswerRequest {
  about: { certificate: Certificate; issuer: Certificate };
  status: 'good' | 'unknown' | { revoked: Temporal.Instant };
  issued: Temporal.Instant;
  next?: Temporal.Instant;
  /** When the answer was signed; when it was issued, unless told. */
  produced?: Temporal.Instant;
  nonce?: Uint8Array;
  /** The certificate of a responder that is not the authority itself. */
  responderCertificate?: Uint8Array;
  /** Whether the responder names itself by its key instead of its name. */
  byKey?: boolean;
  hash?: 'sha1' | 'sha256';
}

const hashOids = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' } as const;

/** A signed answer about one certificate (RFC 6960), in DER. */
export function answerOf(responder: Issuer, request: AnswerRequest): Uint8Array {
  const body = new asn1js.Sequence({
    value: [
      responderOf(responder, request.byKey ?? false),
      time(request.produced ?? request.issued),
      new asn1js.Sequence({ value: [statusOf(request)] }),
      ...(request.nonce
        ? [
            tagged(
              1,
              new asn1js.Sequence({ value: [extension('1.3.6.1.5.5.7.48.1.2', octets(request.nonce)).toSchema()] }),
            ),
          ]
        : []),
    ],
  });
  const basic = asn1js.fromBER(sealed(body, responder.key)).result as asn1js.Sequence;
  if (request.responderCertificate) {
    const certificate = asn1js.fromBER(new Uint8Array(request.responderCertificate)).result;
    basic.valueBlock.value.push(tagged(0, new asn1js.Sequence({ value: [certificate] })));
  }
  const bytes = new asn1js.Sequence({
    value: [new asn1js.ObjectIdentifier({ value: '1.3.6.1.5.5.7.48.1.1' }), octets(new Uint8Array(basic.toBER()))],
  });
  const whole = new asn1js.Sequence({ value: [new asn1js.Enumerated({ value: 0 }), tagged(0, bytes)] });
  return new Uint8Array(whole.toBER());
}

function responderOf({ name, key }: Issuer, byKey: boolean): asn1js.Constructed {
  if (!byKey) return tagged(1, encodedName(name).toSchema());
  const info = asn1js.fromBER(new Uint8Array(key.info)).result as asn1js.Sequence;
  const bits = info.valueBlock.value[1] as asn1js.BitString;
  return tagged(2, octets(createHash('sha1').update(bits.valueBlock.valueHexView).digest()));
}

function statusOf({ about, status, issued, next, hash = 'sha256' }: AnswerRequest): asn1js.Sequence {
  const { certificate, issuer } = about;
  const digest = (bytes: Uint8Array) => octets(createHash(hash).update(bytes).digest());
  const identity = new asn1js.Sequence({
    value: [
      new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: hashOids[hash] }), new asn1js.Null()] }),
      digest(Buffer.from(issuer.subject, 'hex')),
      digest(issuer.key.bits),
      number(certificate.serial),
    ],
  });
  const said =
    typeof status === 'string'
      ? new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber: status === 'good' ? 0 : 2 } })
      : tagged(1, time(status.revoked));
  return new asn1js.Sequence({ value: [identity, said, time(issued), ...(next ? [tagged(0, time(next))] : [])] });
}

function time(at: Temporal.Instant): asn1js.GeneralizedTime {
  return new asn1js.GeneralizedTime({ valueDate: new Date(at.epochMilliseconds) });
}

function tagged(tagNumber: number, ...value: asn1js.BaseBlock[]): asn1js.Constructed {
  return new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
}
