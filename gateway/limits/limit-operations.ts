import type { ApolloServerPlugin } from '@apollo/server';
import { refusal } from '../refusal.ts';
import type { GatewayRequest } from '../request.ts';
import { costOf } from './cost.ts';
import type { OperationLimits } from './limits.ts';
import { sizeOf } from './size.ts';
import { tooComplex } from './too-complex.ts';

/** Refuses an operation that asks for more than anybody needs, before it is planned: one error for each limit that it is beyond. */
export function limitOperations(limits: OperationLimits): ApolloServerPlugin<GatewayRequest> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: ({ document, operation, schema, request, contextValue: { language } }) => {
          const cost = costOf(schema, document, operation, request.variables ?? {});
          const asked = { ...sizeOf(document, operation), cost };
          const beyond = (Object.keys(asked) as (keyof typeof asked)[]).filter((limit) => asked[limit] > limits[limit]);
          const errors = beyond.map((limit) => tooComplex(limit, language, limits[limit], asked[limit]));
          return Promise.resolve(errors.length > 0 ? refusal(400, errors) : null);
        },
      }),
  };
}
