import { act } from './counter.ts';
import type { GraphClient } from './graph-client.ts';
import { readPdf, scanQr } from './pdf.ts';
import type { TestProduct } from './product.ts';

/** A printed form: its id, its kind, all that stands in its columns, and the token in its code. */
export interface Paper {
  id: string;
  kind: string;
  words: string;
  token: string;
}

/** Prints the result of an application in its version, and reads the paper. */
export async function printPaper(client: GraphClient, application: string, version: number): Promise<Paper> {
  const { printedForm } = await act(client, 'printResult', application, version);
  const { id, kind } = printedForm as { id: string; kind: string };
  const pdf = Buffer.from(await (await client.get(`/documents/${id}`)).arrayBuffer());
  const words = (await readPdf(pdf)).map(({ left, right }) => `${left} ${right}`).join(' ');
  return { id, kind, words, token: (await scanQr(pdf))!.split('/').at(-1)! };
}

/** What the code on a paper tells everybody: in the graph, and on the page that it opens. */
export async function checkPaper(product: TestProduct, { token }: Paper): Promise<[state: string, headline: string]> {
  const query = 'query C($token: String!) { documentCheck(token: $token) { state } }';
  const { documentCheck } = await product.anybody().ask(query, { token });
  const page = await (await product.anybody().get(`/verify/${token}?lang=en`)).text();
  return [documentCheck.state as string, /<h1>(.*)<\/h1>/.exec(page)![1]!];
}

/** What it tells of a paper that holds, and of one in whose place there is a newer one. */
export const valid = ['VALID', 'The document is valid'];
export const replaced = ['REPLACED', 'The document has been replaced'];
