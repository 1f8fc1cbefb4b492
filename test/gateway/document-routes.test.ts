import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { downloadRoute } from '../../gateway/documents/download.ts';
import type { FoundDocument } from '../../gateway/documents/download.ts';
import { uploadRoute } from '../../gateway/documents/upload.ts';
import type { ErrorCode } from '../../subgraphs/kit/errors/codes.ts';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import { folderStorage, largestDocument, newStorageKey } from '../../subgraphs/kit/storage/folder-storage.ts';
import type { DocumentStorage, StoredObject } from '../../subgraphs/kit/storage/storage.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import type { IncomingRequest } from '../../gateway/authenticate-request.ts';
import type { Viewer } from '../../subgraphs/kit/viewer/viewer.ts';

const account = '0199b2f0-0000-7000-8000-000000000001';
const megabyte = 1024 * 1024;
let folder: string;
let storage: DocumentStorage;
let server: FastifyInstance;
let address: string;
let log: string[];
const documents = new Map<string, FoundDocument | { error: ErrorCode }>();
let asked: { id: string; authorization: string | undefined }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qonaq-routes-'));
  storage = folderStorage({ folder, key: await newStorageKey() });
  const logger = pino({ level: 'info' }, { write: (line: string) => log.push(line) });
  server = Fastify({ forceCloseConnections: true });
  uploadRoute(server, { authenticate, mayUpload, storage, limit: largestDocument, logger });
  downloadRoute(server, { storage, findDocument, logger });
  server.post('/other', (request) => ({ body: request.body }));
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
beforeEach(() => {
  log = [];
  asked = [];
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Tokens here are roles; the token `forged` is none. */
function authenticate({ headers: { authorization } }: IncomingRequest): Promise<Viewer | undefined> {
  if (authorization === undefined) return Promise.resolve(undefined);
  const role = authorization.slice('Bearer '.length);
  if (role === 'forged') return Promise.reject(new Fault('UNAUTHENTICATED'));
  const scopes = new Set([`role:${role}`]);
  return Promise.resolve({ accountId: account, role: role as Role, officeId: null, city: null, scopes, expiresAt: 0 });
}

function mayUpload(viewer: Viewer): boolean {
  return viewer.role === 'consul';
}

function findDocument(id: string, { headers: { authorization } }: IncomingRequest) {
  asked.push({ id, authorization });
  return Promise.resolve(documents.get(id) ?? { error: 'NOT_FOUND' as const });
}

describe('PUT /documents', () => {
  test.each([
    'application/pdf',
    'image/png',
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain; charset=utf-8',
    undefined,
  ])('takes bytes that are said to be %s for what they are', async (type) => {
    const bytes = pdfOf(200_000);
    const answer = await put(bytes, type === undefined ? {} : { 'content-type': type });
    expect(answer.status).toBe(201);
    const { id, ...told } = (await answer.json()) as StoredObject;
    expect(told).toEqual({
      mediaType: 'application/pdf',
      size: 200_009,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(await storage.describe(id)).toMatchObject({ id, accountId: account, size: 200_009 });
  });

  test('takes a body that comes in chunks of unknown number', async () => {
    const answer = await put(Readable.from([pdfOf(70_000), Buffer.alloc(70_000)]));
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ size: 140_009 });
  });

  test('takes exactly 20 MB', async () => {
    const answer = await put(pdfOf(20 * megabyte - 9));
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ size: 20_971_520 });
  });

  test('leaves other routes their own bodies', async () => {
    const answer = await fetch(`${address}/other`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await answer.json()).toEqual({ body: { a: 1 } });
  });

  test('asks who is there: nobody and a forged token are 401', async () => {
    for (const authorization of [undefined, 'Bearer forged']) {
      const answer = await put(pdfOf(10), { authorization });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer, DPoP algs="ES256 EdDSA"');
      expect(await codeOf(answer)).toBe('UNAUTHENTICATED');
    }
  });

  test('asks whether they may: an auditor may not', async () => {
    const answer = await put(pdfOf(10), { authorization: 'Bearer auditor' });
    expect(answer.status).toBe(403);
    expect(await codeOf(answer)).toBe('FORBIDDEN');
  });

  test.each([
    ['en', 'The input has problems.', 'The document is too large: 20 MB at the most.'],
    ['ru', 'Во введённых данных есть ошибки.', 'Документ слишком большой: не более 20 МБ.'],
    ['de', 'Енгізілген деректерде қателер бар.', 'Құжат тым үлкен: ең көбі 20 МБ.'],
  ])('says in the language of %s that one byte too many was sent', async (language, message, problem) => {
    const answer = await put(pdfOf(20 * megabyte - 8), { 'accept-language': language });
    expect(answer.status).toBe(413);
    const { errors } = (await answer.json()) as { errors: unknown };
    expect(errors).toEqual([
      {
        message,
        extensions: {
          code: 'BAD_USER_INPUT',
          requestId: expect.any(String),
          problems: [{ code: 'DOCUMENT_TOO_LARGE', path: [], message: problem, reference: null }],
        },
      },
    ]);
  });

  test('says that a program is no document, whatever it is called', async () => {
    const answer = await put(Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), {
      'content-type': 'application/pdf',
    });
    expect(answer.status).toBe(415);
    expect(await problemOf(answer)).toBe('DOCUMENT_MEDIA_TYPE');
  });

  test('says that nothing is no document, with a content type and without', async () => {
    for (const headers of [{}, { 'content-type': 'application/pdf' }]) {
      const answer = await put(Buffer.alloc(0), headers);
      expect(answer.status).toBe(400);
      expect(await problemOf(answer)).toBe('DOCUMENT_EMPTY');
    }
  });

  test('says that a content type can not be understood', async () => {
    const answer = await put(pdfOf(10), { 'content-type': 'nonsense' });
    expect(answer.status).toBe(415);
    expect(await codeOf(answer)).toBe('BAD_REQUEST');
  });
});

describe('A refusal of 40 MB is read', () => {
  const body = () =>
    Readable.from(
      Array.from({ length: 40 }, (_, index) => (index === 0 ? pdfOf(megabyte - 9) : Buffer.alloc(megabyte))),
    );

  test.each([
    ['of a length told before, by fetch', () => put(pdfOf(40 * megabyte)), 413],
    ['in chunks, by fetch', () => put(body()), 413],
    ['without a token, by fetch', () => put(body(), { authorization: undefined }), 401],
    ['of a program, by fetch', () => put(Readable.from([Buffer.from('MZ'), pdfOf(40 * megabyte)])), 415],
  ])('%s', async (_name, send, status) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(await answer.json()).toHaveProperty('errors');
  });

  test.each([
    ['of a length told before', ['authorization: Bearer consul', `content-length: ${40 * megabyte}`], 413],
    ['in chunks', ['authorization: Bearer consul', 'transfer-encoding: chunked'], 413],
    ['without a token', ['transfer-encoding: chunked'], 401],
  ])('%s, also by a caller who sends all before reading', async (_name, headers, status) => {
    const socket = connectSocket();
    socket.write(['PUT /documents HTTP/1.1', 'host: qonaq', ...headers, '', ''].join('\r\n'));
    const chunked = headers.includes('transfer-encoding: chunked');
    for await (const piece of body())
      if (!socket.write(chunked ? chunkOf(piece as Buffer) : (piece as Buffer))) await once(socket, 'drain');
    if (chunked) socket.write('0\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toHaveProperty('errors');
  });

  test('of a length told before, without waiting for the first byte', async () => {
    const socket = connectSocket();
    socket.write(
      'PUT /documents HTTP/1.1\r\nhost: qonaq\r\nauthorization: Bearer consul\r\ncontent-length: 20971521\r\n\r\n',
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
  });

  test('but not one of ever more: its connection is closed', async () => {
    const socket = connectSocket();
    let answer = '';
    socket.on('data', (piece: Buffer) => (answer += piece.toString()));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    socket.write('PUT /documents HTTP/1.1\r\nhost: qonaq\r\ntransfer-encoding: chunked\r\n\r\n');
    let sent = 0;
    for (const chunk = chunkOf(Buffer.alloc(megabyte)); !socket.destroyed && sent < 300; sent++) {
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => {}), closed]);
    }
    await closed;
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    expect(sent).toBeLessThan(200);
  });
});

test('An upload that breaks off leaves nothing, and is no failure', async () => {
  const before = await readdir(join(folder, 'unfinished'));
  const count = (await readdir(folder, { recursive: true })).length;
  const sending = httpRequest(`${address}/documents`, {
    method: 'PUT',
    headers: { authorization: 'Bearer consul', 'content-length': 1_000_000 },
  });
  sending.on('error', () => {});
  sending.write(pdfOf(400_000));
  await until(async () => (await readdir(join(folder, 'unfinished'))).length > before.length);
  sending.destroy();
  await until(async () => (await readdir(join(folder, 'unfinished'))).length === before.length);
  expect((await readdir(folder, { recursive: true })).length).toBe(count);
  expect(log).toEqual([]);
});

describe('GET /documents/:id', () => {
  test('gives the bytes, and nothing that a browser could run', async () => {
    const bytes = pdfOf(3_000_000);
    const { id, sha256 } = await attached(bytes, "O'zbek «паспорт» (1).pdf");
    const answer = await get(id);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '3000009',
      'content-disposition':
        "attachment; filename*=UTF-8''O%27zbek%20%C2%AB%D0%BF%D0%B0%D1%81%D0%BF%D0%BE%D1%80%D1%82%C2%BB%20%281%29.pdf",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      etag: `"${sha256}"`,
    });
    expect(bytes.equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
  });

  test('asks the graph as the caller', async () => {
    const { id } = await attached(pdfOf(10), 'a.pdf');
    await get(id);
    expect(asked).toEqual([{ id, authorization: 'Bearer consul' }]);
  });

  test('a name that is no text at all harms nothing', async () => {
    const { id } = await attached(pdfOf(10), 'a\r\nset-cookie: b\ud800"');
    const answer = await get(id);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''a%0D%0Aset-cookie%3A%20b%EF%BF%BD%22",
    );
  });

  test.each([
    ['UNAUTHENTICATED', 401],
    ['FORBIDDEN', 403],
    ['NOT_FOUND', 404],
    ['UNAVAILABLE', 503],
  ] as const)('answers %s with %i, in the caller’s language', async (code, status) => {
    const id = newId();
    documents.set(id, { error: code });
    const answer = await get(id);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await codeOf(answer)).toBe(code);
  });

  test('does not ask the graph for what is no id', async () => {
    expect((await get('..%2f..%2fetc%2fpasswd')).status).toBe(404);
    expect(asked).toEqual([]);
  });

  test('gives no other bytes than those that were attached', async () => {
    const { id, storageId } = await attached(pdfOf(10), 'a.pdf');
    documents.set(id, { storageId, fileName: 'a.pdf', sha256: '0'.repeat(64) });
    const answer = await get(id);
    expect(answer.status).toBe(500);
    expect(await codeOf(answer)).toBe('INTERNAL_SERVER_ERROR');
    expect(log.join()).toContain('is not what was attached');
  });

  test('fails when what is at the beginning was changed', async () => {
    const { id, storageId } = await attached(pdfOf(300_000), 'a.pdf');
    await flip(storageId, 1_000);
    const answer = await get(id);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('damaged');
    expect(log.join()).toContain(`${storageId} is damaged`);
  });

  test('never ends well when something further on was changed', async () => {
    const { id, storageId } = await attached(pdfOf(3_000_000), 'a.pdf');
    await flip(storageId, 2_900_000);
    const answer = await get(id);
    expect(answer.status).toBe(200);
    await expect(answer.arrayBuffer()).rejects.toThrow('terminated');
    expect(log.join()).toContain(`${storageId} is damaged`);
  });

  test('a reader that goes away is no failure', async () => {
    const { id } = await attached(pdfOf(10_000_000), 'a.pdf');
    const leaving = new AbortController();
    const answer = await fetch(`${address}/documents/${id}`, { signal: leaving.signal });
    await answer.body!.getReader().read();
    leaving.abort();
    await new Promise((soon) => setTimeout(soon, 50));
    expect(log).toEqual([]);
  });
});

/** Something that begins as a PDF does: 9 bytes and `size` more. */
function pdfOf(size: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 'qonaq')]);
}

function put(body: Buffer | Readable, headers: Record<string, string | undefined> = {}): Promise<Response> {
  const given = Object.entries({ authorization: 'Bearer consul', ...headers }).filter(
    ([, value]) => value !== undefined,
  );
  const stream =
    body instanceof Readable
      ? { body: ReadableStream.from<Uint8Array>(body), duplex: 'half' as const }
      : { body: new Uint8Array(body) };
  return fetch(`${address}/documents`, { method: 'PUT', headers: given, ...stream });
}

function get(id: string): Promise<Response> {
  return fetch(`${address}/documents/${id}`, { headers: { authorization: 'Bearer consul', 'accept-language': 'en' } });
}

async function attached(bytes: Buffer, fileName: string): Promise<{ id: string; storageId: string; sha256: string }> {
  const outcome = await storage.store(Readable.from([bytes]), account);
  if (!('stored' in outcome)) throw new Error(outcome.refused);
  const { id: storageId, sha256 } = outcome.stored;
  const id = newId();
  documents.set(id, { storageId, fileName, sha256 });
  return { id, storageId, sha256 };
}

async function flip(id: string, at: number): Promise<void> {
  const file = join(folder, 'unkept', id);
  const raw = await readFile(file);
  raw[at]! ^= 1;
  await writeFile(file, raw);
}

function connectSocket(): Socket {
  return connect((server.server.address() as AddressInfo).port, '127.0.0.1');
}

/** A piece of a body whose length isn't told before. */
function chunkOf(piece: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
}

type Errors = { errors: { extensions: { code: string; problems: { code: string }[] } }[] };

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as Errors).errors[0]!.extensions.code;
}

async function problemOf(answer: Response): Promise<string> {
  return ((await answer.json()) as Errors).errors[0]!.extensions.problems[0]!.code;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((soon) => setTimeout(soon, 10));
}
