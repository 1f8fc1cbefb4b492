import type { ExecutionResult } from 'graphql';
import type { SubgraphRequest, Transport } from '../../../subgraphs/kit/transport/transport.ts';

interface Fetch {
  /** What is asked of whom. */
  text: string;
  result: Promise<ExecutionResult>;
  deliver: () => void;
}

/**
 * Writes down what is asked, and lets answers arrive in an order that follows from it, each before anything else happens. What depends on the order of arrival,
 * such as the order of errors, then doesn't depend on how fast somebody asks.
 */
export class OrderedTransport implements Transport {
  #asked: string[] = [];
  #waiting: Fetch[] = [];
  #delivering: Promise<void> | undefined;

  constructor(private readonly transport: Transport) {}

  async send(subgraph: string, request: SubgraphRequest): Promise<ExecutionResult> {
    const text = `${subgraph} ${JSON.stringify(request)}`;
    this.#asked.push(text);
    const result = Promise.try(() => this.transport.send(subgraph, request));
    // Not unheard of while it waits.
    result.catch(() => undefined);
    await new Promise<void>((deliver) => {
      this.#waiting.push({ text, result, deliver });
      this.#delivering ??= this.#deliver();
    });
    return result;
  }

  /** What was asked since the last time, in no order: all of it, also what nobody waits for. */
  async asked(): Promise<string[]> {
    await this.#delivering;
    return this.#asked.splice(0).toSorted();
  }

  async #deliver(): Promise<void> {
    await turn();
    while (this.#waiting.length > 0) {
      const fetches = this.#waiting.splice(0).toSorted((one, other) => (one.text < other.text ? -1 : 1));
      await Promise.allSettled(fetches.map(({ result }) => result));
      for (const { deliver } of fetches) {
        deliver();
        await turn();
      }
    }
    this.#delivering = undefined;
  }
}

/** Until everything has happened that follows from what is known now. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
