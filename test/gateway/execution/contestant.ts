import { ApolloGateway } from '@apollo/gateway';
import type { GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { FormattedExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { SubgraphDataSource } from '../../../gateway/transport/data-source.ts';
import type { GatewayRequest } from '../../../gateway/request.ts';
import type { Transport } from '../../../subgraphs/kit/transport/transport.ts';
import { OrderedTransport } from './ordered-transport.ts';

/** What somebody asks. */
export interface Question {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

/** What came of it, written so that equal texts are equal answers. */
export interface Outcome {
  /** Status and body: data in the order of its keys, errors in their order, extensions. */
  answer: string;
  /** What the subgraphs were asked for it, in no order. */
  fetches: string[];
  tellsOfFailure: boolean;
}

/** Makes a gateway of a supergraph. */
export type MakeGateway = (parts: { supergraphSdl: string; transport: Transport }) => GatewayInterface;

/** @apollo/gateway as it comes. */
export const stockGateway: MakeGateway = ({ supergraphSdl, transport }) =>
  new ApolloGateway({ supergraphSdl, buildService: ({ name }) => unshared(new SubgraphDataSource(name, transport)) });

/** A data source that gives each place an entity of its own, as if all had come over a wire: stock writes into what it is given. */
function unshared(source: SubgraphDataSource): GraphQLDataSource<GatewayRequest> {
  return {
    process: async (options) => {
      const { data, ...rest } = await source.process(options);
      return { ...rest, ...(data !== undefined && { data: JSON.parse(JSON.stringify(data)) as typeof data }) };
    },
  };
}

/** A gateway under comparison, behind the server that it has in the product. */
export class Contestant {
  private constructor(
    private readonly server: ApolloServer<GatewayRequest>,
    private readonly transport: OrderedTransport,
  ) {}

  /** The schema that clients see. */
  schema!: GraphQLSchema;

  /** Starts it. Stop it in `afterAll`. */
  static async start(makeGateway: MakeGateway, supergraphSdl: string, transport: Transport): Promise<Contestant> {
    const ordered = new OrderedTransport(transport);
    const server = new ApolloServer<GatewayRequest>({
      gateway: makeGateway({ supergraphSdl, transport: ordered }),
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
    const contestant = new Contestant(server, ordered);
    await server.start();
    return contestant;
  }

  async ask(question: Question, request: GatewayRequest): Promise<Outcome> {
    const { http, body } = await this.server.executeOperation(question, { contextValue: request });
    if (body.kind !== 'single') throw new Error('An answer in parts');
    const { data, errors, extensions } = body.singleResult;
    return {
      answer: JSON.stringify({ ...answerOf(body.singleResult, http.status), headers: [...http.headers] }, null, 1),
      fetches: await this.transport.asked(),
      tellsOfFailure: data === undefined || errors !== undefined || extensions !== undefined,
    };
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/**
 * An answer and its status, without what the gateway or JavaScript says to itself when something breaks off: the product never says that to anybody. Of an answer that broke off
 * as a whole only that is left.
 */
function answerOf({ data, errors, extensions }: FormattedExecutionResult, status: number | undefined) {
  const isInner = ({ message, extensions }: GraphQLFormattedError) =>
    extensions?.code === 'INTERNAL_SERVER_ERROR' && (data === undefined || /^Cannot (use|create|read)/.test(message));
  const presented = errors?.map((error) => ({
    ...error,
    // How many entities were asked for depends on whether each is asked for once.
    message: isInner(error) ? 'broken off' : error.message.replace(/(?<= to contain )\d+/, 'so many'),
  }));
  const isBrokenOff = data === undefined && errors?.every(isInner);
  return { errors: presented, data, extensions, ...(!isBrokenOff && { status }) };
}
