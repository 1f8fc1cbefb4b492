import type { Subgraph } from '../subgraph/subgraph.ts';
import type { Transport } from './transport.ts';

/** Reaches the subgraphs that run in this process, without HTTP. */
export class InProcessTransport implements Transport {
  readonly #subgraphs = new Map<string, Pick<Subgraph, 'answer'>>();

  /** Makes a subgraph reachable by its name. */
  add(name: string, subgraph: Pick<Subgraph, 'answer'>): void {
    this.#subgraphs.set(name, subgraph);
  }

  send: Transport['send'] = (name, request) => {
    const subgraph = this.#subgraphs.get(name);
    if (!subgraph) throw new Error(`No subgraph ${name} in this process`);
    return subgraph.answer(request);
  };
}
