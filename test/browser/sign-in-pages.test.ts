import type { AddressInfo } from 'node:net';
import formbody from '@fastify/formbody';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import decodeQr from 'jsqr';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { signInScript } from '../../gateway/identity/pages/sign-in-script-bundle.ts';
import { languages } from '../../subgraphs/kit/errors/languages.ts';
import { openBrowser } from '../support/browser.ts';
import { headersOf, hostilePages, hostileText, oneTimeCodeUri, samplePages } from './sample-pages.ts';

const pages = { ...samplePages, ...hostilePages };
const names = Object.keys(samplePages);
/** What each form sent. */
const sent: unknown[] = [];
const strayRequests: string[] = [];
let server: FastifyInstance;
/** The application that a sign-in leads back to: another origin. */
let application: FastifyInstance;
let origin: string;
let applicationOrigin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  application = Fastify({ forceCloseConnections: true });
  application.get('/callback', (_request, reply) => reply.type('text/html').send('<h1>Workplace</h1>'));
  await application.listen({ host: '127.0.0.1', port: 0 });
  applicationOrigin = originOf(application);
  server = Fastify({ forceCloseConnections: true });
  await server.register(formbody);
  server.get<{ Params: { name: string }; Querystring: { lang?: string; elsewhere?: string } }>(
    '/pages/:name',
    (request, reply) => {
      const sample = pages[request.params.name]!;
      const language = languages.find((each) => each === request.query.lang) ?? 'kk';
      return reply
        .headers(headersOf(sample, request.query.elsewhere ? [] : [applicationOrigin]))
        .send(sample.html(language));
    },
  );
  server.post('/pages/:name', (request, reply) => {
    sent.push(request.body);
    return reply.redirect(`${applicationOrigin}/callback`, 303);
  });
  server.get('/challenge', (_request, reply) => reply.type('application/octet-stream').send('sign me'));
  server.get('/identity/assets/sign-in.js', (_request, reply) => reply.type('text/javascript').send(signInScript()));
  await server.listen({ host: '127.0.0.1', port: 0 });
  origin = originOf(server);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await application.close();
});
beforeEach(() => newPage());
afterEach(async () => {
  await context.close();
  sent.length = 0;
  strayRequests.length = 0;
});

async function newPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext(options);
  await context.addInitScript(`
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  `);
  page = await context.newPage();
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) strayRequests.push(request.url());
  });
}

function originOf({ server: { address } }: FastifyInstance): string {
  return `http://127.0.0.1:${(address.call(server ? server.server : undefined) as AddressInfo).port}`;
}

const open = (name: string, language = 'en') => page.goto(`${origin}/pages/${name}?lang=${language}`);
