import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import { SubgraphDataSource } from '../../../gateway/transport/data-source.ts';
import type { GatewayRequest } from '../../../gateway/request.ts';
import type { Transport } from '../../../subgraphs/kit/transport/transport.ts';

/** What somebody asks. */
export interface Question {
  query: string;
  variables: Record<string, unknown>;
}

/** What came of it, written so that equal texts are equal answers. */
export interface Outcome {
  /** Status and body: data in the order of its keys, errors in their order, extensions. */
  answer: string;
  /** What the subgraphs were asked for it, in no order. */
  fetches: string[];
}

/** Makes a gateway of a supergraph. */
export type MakeGateway = (parts: { supergraphSdl: string; transport: Transport }) => GatewayInterface;

/** @apollo/gateway as it comes. */
export const stockGateway: MakeGateway = ({ supergraphSdl, transport }) =>
  new ApolloGateway({ supergraphSdl, buildService: ({ name }) => new SubgraphDataSource(name, transport) });

/** A gateway under comparison, behind the server that it has in the product. */
export class Contestant {
  #fetches: string[] = [];

  private constructor(private readonly server: ApolloServer<GatewayRequest>) {}

  /** The schema that clients see. */
  schema!: GraphQLSchema;

  /** Starts it. Stop it in `afterAll`. */
  static async start(makeGateway: MakeGateway, supergraphSdl: string, transport: Transport): Promise<Contestant> {
    const recorded: Transport = {
      send: (subgraph, request) => {
        contestant.#fetches.push(`${subgraph} ${JSON.stringify(request)}`);
        return transport.send(subgraph, request);
      },
    };
    const server = new ApolloServer<GatewayRequest>({
      gateway: makeGateway({ supergraphSdl, transport: inOrder(recorded) }),
      introspection: true,
      hideSchemaDetailsFromClientErrors: true,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      plugins: [
        {
          serverWillStart: () =>
            Promise.resolve({
              schemaDidLoadOrUpdate: ({ apiSchema }) => {
                contestant.schema = apiSchema;
              },
            }),
        },
      ],
    });
    const contestant = new Contestant(server);
    await server.start();
    return contestant;
  }

  async ask(question: Question, request: GatewayRequest): Promise<Outcome> {
    this.#fetches = [];
    const { http, body } = await this.server.executeOperation(question, { contextValue: request });
    const { status, headers } = http;
    const result = body.kind === 'single' ? body.singleResult : body;
    return {
      answer: JSON.stringify({ ...result, status, headers: [...headers] }, null, 1),
      fetches: this.#fetches.toSorted(),
    };
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/**
 * Lets answers arrive in an order that follows from what was asked, each before anything else happens: what depends on the order of arrival, such as the order of errors, doesn't
 * depend on how fast somebody asks.
 */
function inOrder(transport: Transport): Transport {
  let working = 0;
  const arrived: { of: string; deliver: () => void }[] = [];
  const deliverAll = async () => {
    await turn();
    if (working > 0) return;
    for (const { deliver } of arrived.splice(0).toSorted((one, other) => (one.of < other.of ? -1 : 1))) {
      deliver();
      await turn();
    }
  };
  return {
    send: async (subgraph, request) => {
      working++;
      const sent = Promise.try(() => transport.send(subgraph, request));
      await sent.catch(() => undefined);
      working--;
      await new Promise<void>((deliver) => {
        arrived.push({ of: `${subgraph} ${request.query}`, deliver });
        void deliverAll();
      });
      return sent;
    },
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
