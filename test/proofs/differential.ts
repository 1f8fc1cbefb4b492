import { print } from 'graphql';
import type { DocumentNode } from 'graphql';
import { anonymousRequest } from '../../gateway/request.ts';
import type { GatewayRequest } from '../../gateway/request.ts';
import { Contestant, stockGateway } from '../gateway/execution/contestant.ts';
import type { MakeGateway, Question } from '../gateway/execution/contestant.ts';
import { differenceOf } from '../gateway/execution/differences.ts';
import { damaging, Faults, noFaults } from '../gateway/execution/faults.ts';
import { madeValid, partsOf, without } from '../gateway/execution/made-valid.ts';
import { randomOperation, randomVariables } from '../gateway/execution/random-operations.ts';
import type { OperationStyle } from '../gateway/execution/random-operations.ts';
import type { Transport } from '../../subgraphs/kit/transport/transport.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

/** A graph on which two gateways are compared. */
export interface Graph {
  supergraphSdl: string;
  /** Its subgraphs, of whose fields those fail that the faults say. */
  subgraphs: (faults: () => Faults) => Transport;
  style: Omit<OperationStyle, 'kind'>;
  /** Who may ask; nobody in particular unless told. */
  requests?: (random: Random) => Promise<GatewayRequest>;
  kinds: readonly OperationStyle['kind'][];
}

/** How large the proof is. */
export interface DifferentialSize {
  operations: number;
  /** How often each is asked, with other variables and other faults. */
  rounds: number;
  seed: number;
}

/** What the proof found. */
export interface DifferentialFinding {
  /** Questions that were asked of both. */
  asked: number;
  /** Those of whose answers something was missing. */
  failed: number;
  /** What was asked of the subgraphs. */
  fetches: number;
  faults: string[];
}

/** Nothing, little or much goes wrong. */
const rates = [
  { fields: 0, values: 0, fetches: 0 },
  { fields: 60, values: 0, fetches: 0 },
  { fields: 0, values: 15, fetches: 0 },
  { fields: 0, values: 0, fetches: 200 },
  { fields: 30, values: 30, fetches: 60 },
];

/** The most differences that are looked into. */
const mostDifferences = 20;

/** Random operations are asked of @apollo/gateway and of another gateway, while things go wrong; the answers are equal, and so is what the subgraphs are asked. */
export async function proveEqual(
  graph: Graph,
  otherGateway: MakeGateway,
  { operations, rounds, seed }: DifferentialSize,
): Promise<DifferentialFinding> {
  const random = randomFrom(seed);
  let faults = noFaults;
  const transport = damaging(graph.subgraphs(() => faults), () => faults);
  const stock = await Contestant.start(stockGateway, graph.supergraphSdl, transport);
  const other = await Contestant.start(otherGateway, graph.supergraphSdl, transport);
  const { schema } = stock;
  const finding: DifferentialFinding = { asked: 0, failed: 0, fetches: 0, faults: [] };

  for (let at = 0; at < operations && finding.faults.length < mostDifferences; at++) {
    const style = { ...graph.style, kind: random.oneOf(graph.kinds) };
    const document = randomOperation(schema, style, random);
    for (let round = 0; round < rounds; round++) {
      const rate = rates[round % rates.length]!;
      const now = { seed: random.below(2 ** 31), rate };
      const variables = randomVariables(schema, document, graph.style.values, random);
      const request = (await graph.requests?.(random)) ?? anonymousRequest('request');
      finding.asked++;
      const compare = (question: Question) => difference(question, request, new Faults(now.seed, rate));
      const found = await compare({ query: print(document), variables });
      if (!found) continue;
      const smallest = await shrunk(document, variables, compare);
      finding.faults.push(
        `operation ${at}, faults ${JSON.stringify(now)}\n${smallest.query}\n${JSON.stringify(smallest.variables)}\n${await compare(smallest)}\n`,
      );
      break;
    }
  }
  await Promise.all([stock.stop(), other.stop()]);
  return finding;

  async function difference(question: Question, request: GatewayRequest, of: Faults): Promise<string | undefined> {
    faults = of;
    const [expected, found] = [await stock.ask(question, request), await other.ask(question, request)];
    finding.fetches += expected.fetches.length;
    if (/"errors"|"extensions"/.test(expected.answer)) finding.failed++;
    return differenceOf(expected, found);
  }

  /** The smallest question that one comes to by taking parts away while the answers still differ. */
  async function shrunk(
    document: DocumentNode,
    variables: Record<string, unknown>,
    compare: (question: Question) => Promise<string | undefined>,
  ): Promise<Question> {
    for (const part of partsOf(document)) {
      const left = without(document, part);
      const smaller = left && madeValid(schema, left);
      if (smaller && (await compare({ query: print(smaller), variables }))) return shrunk(smaller, variables, compare);
    }
    return { query: print(document), variables };
  }
}
