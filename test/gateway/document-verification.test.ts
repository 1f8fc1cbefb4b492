import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { verificationRoute } from '../../gateway/documents/verification.ts';
import type { CheckedDocument } from '../../gateway/documents/verification-page.ts';

const certificate = { kind: 'REGISTRATION_CERTIFICATE', issuedOn: '2026-02-24', specimen: false } as const;
const documents: Record<string, CheckedDocument> = {
  valid: { ...certificate, state: 'VALID' },
  replaced: { ...certificate, state: 'REPLACED', kind: 'REFUSAL_NOTICE' },
  revoked: { ...certificate, state: 'REVOKED' },
  specimen: { ...certificate, state: 'VALID', specimen: true },
  strange: { ...certificate, state: 'VALID', kind: '<script>alert(1)</script>' },
};
const log: string[] = [];
let server: FastifyInstance;
let address: string;

beforeAll(async () => {
  server = Fastify({ forceCloseConnections: true });
  verificationRoute(server, {
    checkDocument: (token) => {
      if (token === 'broken') throw new Error('the graph is out of reach');
      return Promise.resolve(documents[token]);
    },
    clock: { now: () => Temporal.Instant.from('2026-03-05T19:30:00Z') },
    logger: pino({}, { write: (line: string) => log.push(line) }),
  });
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

async function page(path: string, language = 'en') {
  const answer = await fetch(`${address}/verify/${path}`, { headers: { 'accept-language': language } });
  const html = await answer.text();
  const headline = /<h1>(.*)<\/h1>/.exec(html)?.[1];
  const facts = [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, value]) => [name, value]);
  return { answer, html, headline, facts };
}

describe('The page that a printed code opens', () => {
  test.each([
    ['valid', 200, 'The document is valid'],
    ['replaced', 200, 'The document has been replaced'],
    ['revoked', 200, 'The document has been revoked'],
    ['0000', 404, 'No such document is known'],
    ['%3Cscript%3Ealert(1)%3C%2Fscript%3E', 404, 'No such document is known'],
  ])('of %s answers %i: %s', async (token, status, verdict) => {
    const { answer, headline } = await page(token);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headline).toBe(verdict);
  });

  test('never calls a document unknown because nobody could be asked', async () => {
    const { answer, headline, html } = await page('broken');
    expect(answer.status).toBe(503);
    expect(headline).toBe('It cannot be checked now');
    expect(html).not.toContain('out of reach');
    expect(log.join()).toContain('the graph is out of reach');
  });

  test.each([
    ['kk', 'Құжат жарамды', 'Тіркеу куәлігі (ЖСН)', '2026 ж. 24 ақпан', '2026 ж. 6 наурыз, 00:30'],
    [
      'ru',
      'Документ действителен',
      'Регистрационное свидетельство (ИИН)',
      '24 февраля 2026 г.',
      '6 марта 2026 г. в 00:30',
    ],
    ['en', 'The document is valid', 'Registration certificate (IIN)', '24 February 2026', '6 March 2026 at 00:30'],
  ])(
    'speaks %s: the verdict, the kind, the day of issue, the time in Astana',
    async (language, verdict, kind, issued, checked) => {
      for (const [path, header] of [
        ['valid', language],
        [`valid?lang=${language}`, 'de'],
      ] as const) {
        const { answer, html, headline, facts } = await page(path, header);
        expect(answer.headers.get('content-language')).toBe(language);
        expect(html).toContain(`<html lang="${language}">`);
        expect(headline).toBe(verdict);
        expect(facts.map(([, value]) => value)).toEqual([kind, issued, checked]);
      }
    },
  );

  test('is Kazakh when nothing else is asked for, and gives the verdict in the other two as well', async () => {
    const { html, headline } = await page('valid', '*');
    expect(headline).toBe('Құжат жарамды');
    expect(html).toContain('<span lang="ru">Документ действителен</span><span lang="en">The document is valid</span>');
  });

  test('says that a specimen has no legal force, in place of what a valid document means', async () => {
    const { html } = await page('specimen');
    expect(html).toContain('Specimen — no legal force');
    expect(html).toContain('It proves nothing');
    expect(html).not.toContain('in force.');
    expect(html).toContain('<body class="SPECIMEN">');
    expect((await page('valid')).html).not.toContain('Specimen');
  });

  test('loads, runs and repeats nothing', async () => {
    const { answer, html } = await page('strange?lang=%22%3E%3Cscript%3E');
    const style = /<style>([^]*)<\/style>/.exec(html)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(html).not.toMatch(/script|https?:|\/\/[a-z]|url\((?!#)|@import|style="|strange/i);
  });
});
