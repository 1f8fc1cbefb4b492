import { afterEach, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Warning } from '../../subgraphs/kit/http/health.ts';
import { homeRoute } from '../../gateway/pages/home/home-route.ts';

let server: FastifyInstance;
afterEach(() => server.close());

/** The text of the home page, in a language, as the parts are. */
async function home(notReady: () => Promise<string[]>, warnings: Warning[] = [], language = 'en'): Promise<string> {
  server = Fastify();
  homeRoute(server, {
    parts: ['missions', 'iin'],
    notReady,
    warnings: () => Promise.resolve(warnings),
    pages: true,
    demoAccounts: [],
    logger: pino({ level: 'silent' }),
  });
  const { statusCode, body } = await server.inject(`/?lang=${language}`);
  expect(statusCode).toBe(200);
  return body
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]*>|\s+/g, ' ')
    .replaceAll(/ +/g, ' ');
}

test('tells that every part is ready', async () => {
  const text = await home(() => Promise.resolve([]));
  expect(text).toContain('Every part is ready.');
  expect(text).toContain('Missions and accounts ready');
  expect(text).not.toContain('answer');
});

test('tells which part is away, also one that it did not know of, and asks none for warnings', async () => {
  const text = await home(() => Promise.resolve(['iin', 'database']), [{ code: 'NO_MAILER', until: null }]);
  expect(text).toContain('IIN doesn’t answer');
  expect(text).toContain('Database doesn’t answer');
  expect(text).toContain('Missions and accounts ready');
  expect(text).not.toContain('no mail server');
});

test('answers also when nobody can tell how the parts are', async () => {
  const text = await home(() => Promise.reject(new Error('away')));
  expect(text).toContain('The state of the parts can’t be told now.');
});

test.each([
  ['en', 'The working calendar ends soon: 2026-12-31. Open the next year.', 'SOMETHING_NEW'],
  ['ru', 'Рабочий календарь скоро заканчивается: 2026-12-31. Откройте следующий год.', 'SOMETHING_NEW'],
  ['kk', 'Жұмыс күнтізбесі жақында аяқталады: 2026-12-31. Келесі жылды ашыңыз.', 'SOMETHING_NEW'],
])('says warnings in words, in %s; one without words by its code', async (language, words, code) => {
  const warnings = [
    { code: 'CALENDAR_ENDS', until: '2026-12-31' },
    { code, until: null },
  ];
  const text = await home(() => Promise.resolve([]), warnings, language);
  expect(text).toContain(words);
  expect(text).toContain(code);
});

test('has a mark for the tabs of a browser', async () => {
  await home(() => Promise.resolve([]));
  const { statusCode, headers, body } = await server.inject('/favicon.ico');
  expect([statusCode, headers['content-type']]).toEqual([200, 'image/svg+xml']);
  expect(body).toMatch(/^<svg .*<\/svg>$/s);
});
