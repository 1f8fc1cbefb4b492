import { act, apply, person, presentHead } from './counter.ts';
import type { Answer, GraphClient } from './graph-client.ts';
import type { TestProduct } from './product.ts';

/** A possible duplicate, as an operator is shown it. */
export interface Candidate {
  candidateId: string;
  strength: string;
  matches: string[];
  recordVersion: number | null;
  record: { id: string; iin: string } | null;
}

/** What comes to an operator, and what the operator does with it. */
export class OperatorDesk {
  readonly #product: TestProduct;
  readonly #operator: GraphClient;

  constructor(product: TestProduct) {
    this.#product = product;
    this.#operator = product.as('iin_operator');
  }

  /** Somebody comes to a mission and applies; answers the application. */
  async comes(mission: number, who: Record<string, unknown>): Promise<string> {
    const consul = this.#product.as('consul', { mission });
    return apply(consul, await presentHead(consul, person(who)));
  }

  /** The mission withdraws an application again. */
  async withdraw(mission: number, id: string): Promise<void> {
    const consul = this.#product.as('consul', { mission });
    const data = await consul.ask('query V($id: ID!) { iinApplication(id: $id) { version } }', { id });
    await act(consul, 'withdrawIinApplication', id, data.iinApplication.version);
  }

  /** The operator takes an application; answers the same one. */
  async taken(id: string): Promise<string> {
    await act(this.#operator, 'takeIinApplication', id, 1);
    return id;
  }

  /** Forms the number for an application that was taken, or is told why not. */
  form(id: string, language?: string): Promise<Answer> {
    return this.#operator.send(
      'mutation F($input: IinApplicationInput!) { formIin(input: $input) { application { state iin } } }',
      { input: { id, expectedVersion: 2 } },
      language,
    );
  }

  /** Somebody comes, and a number is formed for them; answers the application. */
  async registered(mission: number, who: Record<string, unknown>): Promise<string> {
    const id = await this.taken(await this.comes(mission, who));
    await act(this.#operator, 'formIin', id, 2);
    return id;
  }

  /** Decides on a possible duplicate of an application that was taken, or is told why not. */
  decide(id: string, candidateId: string, decision: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.#operator.send(
      'mutation D($input: DecideDuplicateInput!) { decideDuplicate(input: $input) { application { version availableActions } } }',
      { input: { id, expectedVersion: 2, candidateId, decision, reason: 'I compared the photographs.', ...more } },
    );
  }

  /** The possible duplicates of an application, the likeliest first. */
  async candidates(id: string): Promise<Candidate[]> {
    const data = await this.#operator.ask(
      `query Candidates($id: ID!) { possibleDuplicates(applicationId: $id) { edges { node {
         candidateId strength matches recordVersion record { id iin } } } } }`,
      { id },
    );
    return data.possibleDuplicates.edges.map(({ node }: { node: Candidate }) => node);
  }

  /** The same as a scenario spells them: who, how strongly, in what. */
  async spelled(id: string): Promise<string[][]> {
    const candidates = await this.candidates(id);
    return candidates.map(({ candidateId, strength, matches }) => [candidateId, strength, ...matches]);
  }
}
