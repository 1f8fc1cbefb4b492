import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../../installation/demo/accounts.ts';
import { extendedKeyUsage, keyUsage, nameParts } from '../../../installation/demo/authority-certificates.ts';
import type { Name } from '../../../installation/demo/authority-certificates.ts';
import { signDocument } from '../../../installation/demo/authority-signing.ts';
import { verifyEvidence } from '../../../subgraphs/kit/signatures/verify-evidence.ts';
import { verifySignature } from '../../../subgraphs/kit/signatures/verify.ts';
import type { SignatureTrust } from '../../../subgraphs/kit/signatures/verify.ts';
import { at, purposes, testAuthority } from '../../support/authority.ts';
import type { TestAuthority } from '../../support/authority.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { outOfOrder, readPdf } from '../../support/pdf.ts';
import { actOn, PetitionDesk, readPetition, tryAct } from '../../support/petitions.ts';
import type { Petitioner } from '../../support/petitions.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// B§2(5), B§8: the ministry signs the petition, its letter of conformity with the list of professions in demand, with an electronic digital signature.

let rsa: TestAuthority;
let gost: TestAuthority;
let trust: SignatureTrust;
let product: TestProduct;
let signer: GraphClient;
let desk: PetitionDesk;
beforeAll(async () => {
  [rsa, gost] = await Promise.all([testAuthority('RSA'), testAuthority('GOST')]);
  trust = {
    anchors: [...rsa.trust.anchors, ...gost.trust.anchors],
    intermediates: [...rsa.trust.intermediates!, ...gost.trust.intermediates!],
    revocation: [rsa, gost].flatMap(({ trust: { revocation } }) => (revocation === 'none' ? [] : revocation)),
  };
  product = await startTestProduct({ verifier: (claim) => verifySignature({ ...claim, trust }) });
  signer = product.as('mddiai_signer');
  desk = new PetitionDesk(product);
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const ministry = '000040000000';

/** The subject of a certificate of somebody in an organisation. */
const official = (bin = ministry, iin = '800416100016'): Name => [
  [nameParts.commonName, 'ДЕМО ЕРЛАН'],
  [nameParts.surname, 'ДЕМО'],
  [nameParts.serialNumber, `IIN${iin}`],
  [nameParts.country, 'KZ'],
  [nameParts.organisation, 'МИНИСТРЛІК'],
  [nameParts.organisationalUnit, `BIN${bin}`],
];

const may = (...holders: string[]) => [
  keyUsage(0, 1),
  extendedKeyUsage(purposes.signing, purposes.organisation, ...holders),
];

/** Somebody at the ministry with the right to sign. */
const entitled = { subject: official(), extensions: may(purposes.rightToSign) };

async function letterOf(petitionId: string, client = signer): Promise<{ id: string; sha256: string; bytes: Buffer }> {
  const query = 'query L($id: ID!) { petitionDocument(petitionId: $id) { id kind sha256 mediaType signedAt } }';
  const { petitionDocument } = await client.ask(query, { id: petitionId });
  const response = await client.get(`/documents/${petitionDocument.id}`);
  return { ...petitionDocument, bytes: Buffer.from(await response.arrayBuffer()) };
}

const signed = (bytes: Uint8Array, authority: TestAuthority, difference: object = entitled) =>
  Buffer.from(signDocument(bytes, authority.certify(difference), { at: at('2026-03-03T05:00:00Z') })).toString(
    'base64',
  );

describe('the letter', () => {
  test('is a PDF, the same bytes for the hub, the ministry and the person, with the hash that is told', async () => {
    const { petitionId, client } = await desk.passed();
    const letter = await letterOf(petitionId);
    expect(letter).toMatchObject({ kind: 'PETITION_LETTER', mediaType: 'application/pdf', signedAt: null });
    expect(createHash('sha256').update(letter.bytes).digest('hex')).toBe(letter.sha256);
    for (const reader of [client, product.as('hub_officer')]) {
      const response = await reader.get(`/documents/${letter.id}`);
      expect(Buffer.from(await response.arrayBuffer()).equals(letter.bytes)).toBe(true);
    }
    const somebody = await desk.screened();
    for (const stranger of [somebody.client, product.as('kkq_officer'), product.as('consul')])
      expect((await stranger.get(`/documents/${letter.id}`)).status).toBe(404);
  });

  test('says who it is of, which profession, and by which list, in both languages, as a specimen of the demo', async () => {
    const { petitionId, iin } = await desk.passed();
    const { number } = await readPetition(signer, petitionId);
    const [page, ...more] = await readPdf((await letterOf(petitionId)).bytes);
    expect(more).toEqual([]);
    expect(
      outOfOrder(page!.left, [
        'Қазақстан Республикасының Жасанды интеллект және цифрлық даму министрлігі',
        'ӨТІНІШХАТ',
        'талап етілетін кәсіптер тізбесіне сәйкестігі туралы',
        number,
        '03.03.2026',
        'Номад Лина',
        'NOMAD LINA',
        iin,
        '12.03.1985',
        'Германия',
        'Бағдарламалық жасақтаманы әзірлеуші',
        '№ 49',
      ]),
    ).toEqual([]);
    expect(
      outOfOrder(page!.right, [
        'Министерство искусственного интеллекта и цифрового развития Республики Казахстан',
        'ХОДАТАЙСТВО',
        'о соответствии перечню востребованных профессий',
        number,
        '03.03.2026',
        iin,
        'Разработчик программного обеспечения',
        '№ 49',
      ]),
    ).toEqual([]);
    expect(page!.aslant.join(' ')).toContain('ОБРАЗЕЦ');
  });

  test('names the ministry as it was called on the day', async () => {
    product.clock.set('2025-12-30T10:00:00+05:00');
    const person = await desk.agreed('2025-12-31T10:00:00+05:00', '2025-12-31T10:30:00+05:00');
    product.clock.set('2025-12-31T23:59:59+05:00');
    const input = { outcome: 'PASSED', result: 'Yes.', profession: { kk: 'Әзірлеуші', ru: 'Разработчик' } };
    await actOn(product.as('hub_officer'), 'recordInterview', person.petitionId, input);
    const [page] = await readPdf((await letterOf(person.petitionId)).bytes);
    expect(page!.right).toContain('Министерство цифрового развития, инноваций и аэрокосмической промышленности');
  });

  test('exists once the interview was passed, for the signer alone', async () => {
    const { petitionId } = await desk.agreed(...desk.times());
    const query = 'query L($id: ID!) { petitionDocument(petitionId: $id) { id } }';
    expect((await signer.send(query, { id: petitionId })).codes).toEqual(['NOT_FOUND']);
    expect((await product.as('hub_officer').send(query, { id: petitionId })).codes).toEqual(['FORBIDDEN']);
  });
});

describe('the signature', () => {
  test.each([
    ['RSA, with the right to sign', () => rsa, purposes.rightToSign],
    ['GOST, of the first head', () => gost, purposes.firstHead],
  ])(
    'of %s, over exactly these bytes, is accepted; the person sees that the petition is signed',
    async (_kind, authority, holder) => {
      const { petitionId, client } = await desk.passed();
      const { id, bytes } = await letterOf(petitionId);
      const signature = signed(bytes, authority(), { ...entitled, extensions: may(holder) });
      const now = product.clock.now().toString().replace('Z', '.000Z');
      await actOn(signer, 'signPetition', petitionId, { signature });
      const petition = await readPetition(client, petitionId);
      expect(petition).toMatchObject({ state: 'SIGNED', refusalReason: null, availableActions: [] });
      const moment = (text: string | null | undefined) => Temporal.Instant.from(text!).toString().replace('Z', '.000Z');
      expect([petition.decidedAt, petition.documents.at(-1)?.signedAt].map(moment)).toEqual([now, now]);
      expect(petition.history.at(-1)).toMatchObject({ kind: 'SIGN', text: 'The petition was signed' });

      // What was verified is kept, and can be verified again without a network.
      const { rows } = await product.database.query<{ signature: unknown }>(
        'select signature from residence.case_document where id = $1',
        [id],
      );
      const again = await verifyEvidence(rows[0]!.signature, bytes, { anchors: trust.anchors });
      expect(again).toMatchObject({ ok: true, signer: { bin: ministry, iin: '800416100016' } });
    },
  );

  test('may have the lines of PEM', async () => {
    const { petitionId } = await desk.passed();
    const body = signed((await letterOf(petitionId)).bytes, rsa).replaceAll(/.{64}/g, '$&\n');
    const signature = `-----BEGIN CMS-----\n${body}\n-----END CMS-----`;
    expect((await actOn(signer, 'signPetition', petitionId, { signature })).state).toBe('SIGNED');
  });

  test('that is wrong is refused with its reason, and nothing changes', async () => {
    const { petitionId } = await desk.passed();
    const { bytes } = await letterOf(petitionId);
    const stranger = await testAuthority('RSA');
    const before = await everythingOf(petitionId);
    const wrong: [string, string][] = [
      ['NOT_CMS', 'bm8='],
      ['NOT_CMS', ''],
      ['OTHER_DOCUMENT', signed(Buffer.concat([bytes, Buffer.from(' ')]), rsa)],
      ['UNKNOWN_AUTHORITY', signed(bytes, stranger)],
      ['EXPIRED', signed(bytes, rsa, { ...entitled, validUntil: '2026-03-01T00:00:00Z' })],
      [
        'NOT_FOR_SIGNING',
        signed(bytes, rsa, {
          ...entitled,
          extensions: [keyUsage(0, 1), extendedKeyUsage(purposes.authentication, purposes.rightToSign)],
        }),
      ],
      ['OTHER_ORGANISATION', signed(bytes, gost, { ...entitled, subject: official('000040000001') })],
      ['NOT_ENTITLED', signed(bytes, rsa, { ...entitled, extensions: may(purposes.employee) })],
      ['NOT_ENTITLED', signed(bytes, gost, { ...entitled, extensions: may() })],
    ];
    for (const [reason, signature] of wrong) {
      const { error } = await tryAct(signer, 'signPetition', petitionId, { signature });
      expect(error?.extensions).toMatchObject({ code: 'SIGNATURE_INVALID', reason });
    }
    expect(await everythingOf(petitionId)).toEqual(before);
    const { error } = await tryAct(signer, 'signPetition', petitionId, {
      signature: signed(bytes, rsa, { ...entitled, extensions: may(purposes.employee) }),
    });
    expect(error?.message).toBe('The holder of the certificate may not sign this document.');
    const { rows } = await product.database.query(
      `select distinct outcome from audit.journal where action = 'signPetition' and kind = 'REFUSAL'`,
    );
    expect(rows).toEqual([{ outcome: 'SIGNATURE_INVALID' }]);
    await actOn(signer, 'signPetition', petitionId, { signature: signed(bytes, rsa) });
  });

  test('is of whoever acts, where the number of the account is known', async () => {
    const { petitionId } = await desk.passed();
    const { bytes } = await letterOf(petitionId);
    const { id } = demoAccount('mddiai_signer')!;
    await product.database.query(`update missions.account set iin = '800416100709' where id = $1`, [id]);
    const { error } = await tryAct(signer, 'signPetition', petitionId, { signature: signed(bytes, rsa) });
    expect(error?.extensions).toMatchObject({ code: 'SIGNATURE_INVALID', reason: 'OTHER_PERSON' });
    const signature = signed(bytes, rsa, { ...entitled, subject: official(ministry, '800416100709') });
    expect((await actOn(signer, 'signPetition', petitionId, { signature })).state).toBe('SIGNED');
    await product.database.query('update missions.account set iin = null where id = $1', [id]);
  });

  test('of one letter does not sign another, and what is signed is not signed or refused again', async () => {
    const [one, other] = [await desk.passed(), await (product.clock.set('2026-03-02T10:00:00+05:00'), desk.passed())];
    const signature = signed((await letterOf(one.petitionId)).bytes, rsa);
    const { error } = await tryAct(signer, 'signPetition', other.petitionId, { signature });
    expect(error?.extensions).toMatchObject({ code: 'SIGNATURE_INVALID', reason: 'OTHER_DOCUMENT' });
    await actOn(signer, 'signPetition', one.petitionId, { signature });
    for (const [mutation, input] of [
      ['signPetition', { signature }],
      ['refusePetition', { reason: 'No.' }],
    ] as const) {
      const again = await tryAct(signer, mutation, one.petitionId, input);
      expect(again.error?.extensions).toMatchObject({ code: 'WRONG_STATE', state: 'SIGNED' });
    }
  });

  test('is not accepted where nobody knows the number of the ministry', async () => {
    const { petitionId } = await desk.passed();
    const signature = signed((await letterOf(petitionId)).bytes, rsa);
    await product.database.query('update residence.state_body set bin = null');
    const { error } = await tryAct(signer, 'signPetition', petitionId, { signature });
    expect(error?.extensions.code).toBe('UNAVAILABLE');
    await product.database.query('update residence.state_body set bin = $1', [ministry]);
    expect((await actOn(signer, 'signPetition', petitionId, { signature })).state).toBe('SIGNED');
  });
});

describe('a product that verifies no signatures', () => {
  test('signs nothing', async () => {
    const blind = await startTestProduct();
    try {
      const person: Petitioner = await new PetitionDesk(blind).passed();
      const signature = Buffer.from('x').toString('base64');
      const { error } = await tryAct(blind.as('mddiai_signer'), 'signPetition', person.petitionId, { signature });
      expect(error?.extensions.code).toBe('UNAVAILABLE');
      expect((await readPetition(person.client, person.petitionId)).state).toBe('AWAITING_SIGNATURE');
    } finally {
      await blind.close();
    }
  });
});

/** All that the database holds of a petition. */
async function everythingOf(petitionId: string): Promise<unknown[]> {
  const tables = { petition: 'id', case_document: 'case_id', event: 'case_id', interview_time: 'case_id' };
  const all: unknown[] = [];
  for (const [table, column] of Object.entries(tables)) {
    const query = `select * from residence.${table} where ${column} = $1 order by 1, 2`;
    all.push((await product.database.query<object>(query, [petitionId])).rows);
  }
  return all;
}
