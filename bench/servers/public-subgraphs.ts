import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerOfShop } from './public/answer.ts';

// The shop's subgraphs over HTTP, each at its name. The same question has the same answer, which is computed once: what is measured is the gateway.
const answers = new Map<string, Promise<string>>();

createServer((request, response) => {
  void text(request).then(async (body) => {
    const key = request.url! + body;
    if (!answers.has(key)) answers.set(key, answer(request.url!.split('/')[1]!, body));
    response.writeHead(200, { 'content-type': 'application/json' }).end(await answers.get(key));
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

async function answer(subgraph: string, body: string): Promise<string> {
  return JSON.stringify(
    await answerOfShop(subgraph, JSON.parse(body) as { query: string; variables?: Record<string, unknown> }),
  );
}
