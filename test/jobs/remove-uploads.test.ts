import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { attach, registerPerson, smallPdf } from '../support/counter.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { runJob } from '../support/queue.ts';

// Scans that were attached to nothing are nobody's, and personal all the same: they don't stay.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

/** When bytes were stored: their id tells. */
const storedAt = (id: string) =>
  Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.replace('-', '').slice(0, 12), 16));

const remove = () => runJob(product, 'applicants.removeUploads');

const attachDocument = 'mutation ($i: AttachDocumentInput!) { attachDocument(input: $i) { document { id } } }';

test('an upload that waited thirty days for being attached is removed; what was attached stays', async () => {
  const consul = product.as('consul');
  const applicantId = await registerPerson(consul);
  const attached = await attach(consul, applicantId, 'APPLICATION_FORM');
  const uploadId = await consul.upload(smallPdf);
  const due = storedAt(uploadId).add({ hours: 30 * 24 });

  product.clock.set(due.add({ milliseconds: 1 }).toString());
  await remove();
  product.clock.set('2026-03-02T10:00:00+05:00');
  const { codes, errors } = await consul.send(attachDocument, {
    i: { applicantId, kind: 'IDENTITY_DOCUMENT', uploadId },
  });
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect(errors[0]!.extensions.problems!.map(({ code }) => code)).toContain('DOCUMENT_UNKNOWN');
  expect((await consul.get(`/documents/${attached}`)).status).toBe(200);
});

test('up to the last moment of the thirtieth day it can be attached', async () => {
  const consul = product.as('consul');
  const applicantId = await registerPerson(consul);
  const uploadId = await consul.upload(smallPdf);
  product.clock.set(
    storedAt(uploadId)
      .add({ hours: 30 * 24 })
      .toString(),
  );
  await remove();
  product.clock.set('2026-03-02T10:00:00+05:00');
  expect(await consul.ask(attachDocument, { i: { applicantId, kind: 'APPLICATION_FORM', uploadId } })).toEqual({
    attachDocument: { document: { id: uploadId } },
  });
});
