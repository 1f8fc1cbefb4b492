import { afterAll, beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { registerPerson, smallPdf } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// What is attached as a picture has a size, which other rules go by (a portrait photo of 35×45 mm, B§4).

let product: TestProduct;
let consul: GraphClient;
let applicantId: string;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  applicantId = await registerPerson(consul);
});
afterAll(() => product.close());

function portrait(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: 'white' } });
}

async function attach(bytes: Uint8Array, kind = 'PORTRAIT_PHOTO') {
  const { data, codes, errors } = await consul.send(
    `mutation Attach($input: AttachDocumentInput!) { attachDocument(input: $input) { document { kind mediaType pixelWidth pixelHeight } } }`,
    { input: { applicantId, uploadId: await consul.upload(bytes), kind } },
  );
  return codes.length > 0 ? errors[0]!.extensions : (data.attachDocument.document as object);
}

test('a photo taken on its side is as high as it is shown', async () => {
  const onItsSide = await portrait(531, 413).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const shown = { kind: 'PORTRAIT_PHOTO', mediaType: 'image/jpeg', pixelWidth: 413, pixelHeight: 531 };
  expect(await attach(onItsSide)).toEqual(shown);
  const upright = await portrait(827, 1063).png().toBuffer();
  expect(await attach(upright)).toEqual({ ...shown, mediaType: 'image/png', pixelWidth: 827, pixelHeight: 1063 });
});

test('a PDF has none', async () => {
  const document = { kind: 'MOTIVATION_LETTER', mediaType: 'application/pdf', pixelWidth: null, pixelHeight: null };
  expect(await attach(smallPdf, 'MOTIVATION_LETTER')).toEqual(document);
});

test('a damaged picture is refused, with everything else that is wrong, and not attached', async () => {
  const picture = await portrait(413, 531).jpeg().toBuffer();
  const cut = picture.subarray(0, 30);
  const problem = (code: string, path: string[]) => expect.objectContaining({ code, path });
  expect(await attach(cut, 'CRIMINAL_RECORD_CERTIFICATE')).toMatchObject({
    code: 'BAD_USER_INPUT',
    problems: [
      problem('DOCUMENT_FACT_MISSING', ['issuingCountry']),
      problem('DOCUMENT_FACT_MISSING', ['stateSeal']),
      problem('DOCUMENT_PICTURE_DAMAGED', ['uploadId']),
    ],
  });
  const { rows } = await product.database.query(
    `select count(*)::int from applicants.document where kind = 'CRIMINAL_RECORD_CERTIFICATE'`,
  );
  expect(rows).toEqual([{ count: 0 }]);
});
