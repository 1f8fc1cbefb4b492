import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { startTestProduct } from '../support/product.ts';

test('a request that is half here when the product stops is told that it is unavailable, in the form of all errors', async () => {
  const product = await startTestProduct();
  const socket = connect(Number(new URL(product.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('GET /healthz HTTP/1.1\r\nhost: qonaq\r\n');
  await new Promise((soon) => setTimeout(soon, 50));
  const closed = product.close();
  await new Promise((soon) => setTimeout(soon, 50));
  socket.write('accept-language: en\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(answer).toContain('"code":"UNAVAILABLE"');
  expect(answer).toContain('The service is not available now. Try again later.');
  await closed;
});
