import { Kind, print } from 'graphql';
import type { DocumentNode } from 'graphql';
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

/** A graph on which two gateways are compared. */
export interface Graph {
  supergraphSdl: string;
  /** Its subgraphs, of whose fields those fail that the faults say. */
  subgraphs: (faults: () => Faults) => Transport;
  askers: readonly Asker[];
  /** Operations that were written by hand, with who asks them: they are asked before the random ones. */
  written?: readonly { document: DocumentNode; asker: Asker }[];
}

/** Who asks, and what. */
export interface Asker {
  request: GatewayRequest;
  style: OperationStyle;
}

/** How large the proof is. */
export interface DifferentialSize {
  /** Random operations. */
  operations: number;
  /** How often each is asked, with other variables and other faults. */
  rounds: number;
  seed: number;
  /** After how many differences it ends; 20 unless told. */
  differences?: number;
}

/** What the proof found. */
export interface DifferentialFinding {
  /** Questions that were asked of both. */
  asked: number;
  /** Those whose answers told of something that went wrong. */
  failed: number;
  /** What the subgraphs were asked for them. */
  fetches: number;
  faults: string[];
}

/** Nothing, some or much goes wrong. */
const rates = [
  { fields: 0, values: 0, fetches: 0 },
  { fields: 60, values: 0, fetches: 0 },
  { fields: 0, values: 15, fetches: 0 },
  { fields: 0, values: 0, fetches: 200 },
  { fields: 30, values: 30, fetches: 60 },
];

/** Operations are asked of @apollo/gateway and of another gateway, while things go wrong; the answers are equal, and so is what the subgraphs are asked. */
export async function proveEqual(
  graph: Graph,
  otherGateway: MakeGateway,
  { operations, rounds, seed, differences = 20 }: DifferentialSize,
): Promise<DifferentialFinding> {
  const random = randomFrom(seed);
  let faults = noFaults;
  const transport = damaging(
    graph.subgraphs(() => faults),
    () => faults,
  );
  const [stock, other] = (await Promise.all(
    [stockGateway, otherGateway].map((make) => Contestant.start(make, graph.supergraphSdl, transport)),
  )) as [Contestant, Contestant];
  const { schema } = stock;
  const finding: DifferentialFinding = { asked: 0, failed: 0, fetches: 0, faults: [] };

  for (const { document, asker } of documents()) {
    await askAbout(document, asker);
    if (finding.faults.length >= differences) break;
  }
  await Promise.all([stock.stop(), other.stop()]);
  return finding;

  function* documents(): Generator<{ document: DocumentNode; asker: Asker }> {
    yield* graph.written ?? [];
    for (let left = operations; left > 0; left--) {
      const asker = random.oneOf(graph.askers);
      yield { document: randomOperation(schema, asker.style, random), asker };
    }
  }

  /** Asks for the same several times, until the answers differ. */
  async function askAbout(document: DocumentNode, { request, style }: Asker): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      const [rate, faultSeed] = [random.oneOf(rates), random.below(2 ** 31)];
      const variables = randomVariables(schema, document, style.values, random);
      const compare = (question: Question) => difference(question, request, new Faults(faultSeed, rate));
      finding.asked++;
      if (!(await compare(questionOf(document, variables)))) continue;
      const smallest = await shrunk(document, variables, compare);
      const between = (await compare(smallest)) ?? 'no difference when it is asked again';
      const { query, variables: left } = smallest;
      finding.faults.push(
        [`faults ${faultSeed} ${JSON.stringify(rate)}`, query, JSON.stringify(left), between].join('\n'),
      );
      return;
    }
  }

  async function difference(question: Question, request: GatewayRequest, now: Faults): Promise<string | undefined> {
    faults = now;
    const [expected, found] = [await stock.ask(question, request), await other.ask(question, request)];
    finding.fetches += expected.fetches.length;
    if (expected.tellsOfFailure) finding.failed++;
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
      if (smaller && (await compare(questionOf(smaller, variables)))) return shrunk(smaller, variables, compare);
    }
    return questionOf(document, variables);
  }
}

/** An operation with those of the variables that it has. */
function questionOf(document: DocumentNode, variables: Record<string, unknown>): Question {
  const query = print(document);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return {
    query,
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => query.includes(`$${name}`))),
    operationName: operations.length > 1 ? operations[0]!.name?.value : undefined,
  };
}
