import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import { signInScript } from '../../gateway/identity/pages/sign-in-script-bundle.ts';
import { languages } from '../../subgraphs/kit/errors/languages.ts';
import { headersOf, hostilePages, samplePages } from './sample-pages.ts';

/** The sample pages, served as the product serves them. */
export interface ServedSamples {
  origin: string;
  /** Where each form leads: a page of another origin. */
  application: string;
  /** What each form sent, since the test last emptied it. */
  sent: object[];
  close(): Promise<void>;
}

/** Serves the sample pages at `/pages/NAME?lang=`; with `leadsNowhere=true` the policy of a page doesn't name the application. */
export async function serveSamples(): Promise<ServedSamples> {
  const application = Fastify({ forceCloseConnections: true });
  application.get('/callback', (_request, reply) => reply.type('text/html').send('<h1>Workplace</h1>'));
  const applicationOrigin = await application.listen({ host: '127.0.0.1', port: 0 });

  const server = Fastify({ forceCloseConnections: true });
  const pages = { ...samplePages, ...hostilePages };
  const sent: object[] = [];
  await server.register(formbody);
  server.get<{ Params: { name: string }; Querystring: { lang?: string; leadsNowhere?: string } }>(
    '/pages/:name',
    ({ params, query }, reply) => {
      const sample = pages[params.name]!;
      const language = languages.find((each) => each === query.lang) ?? 'kk';
      const origins = query.leadsNowhere ? [] : [applicationOrigin];
      return reply.headers(headersOf(sample, origins)).send(sample.html(language));
    },
  );
  server.post<{ Body: object }>('/pages/:name', (request, reply) => {
    sent.push(Object.assign({}, request.body));
    return reply.redirect(`${applicationOrigin}/callback`, 303);
  });
  server.get('/challenge', (_request, reply) => reply.type('application/octet-stream').send('sign me'));
  server.get('/identity/assets/sign-in.js', (_request, reply) => reply.type('text/javascript').send(signInScript()));
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    origin,
    application: `${applicationOrigin}/callback`,
    sent,
    close: async () => void (await Promise.all([server.close(), application.close()])),
  };
}
