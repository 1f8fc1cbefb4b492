import type { ApolloServerPlugin } from '@apollo/server';
import { refusal } from '../refusal.ts';
import type { GatewayRequest } from '../request.ts';
import { oncePerOperation } from '../operations.ts';
import { compileCost } from './cost.ts';
import type { OperationLimits } from './limits.ts';
import { sizeOf } from './size.ts';
import { tooComplex } from './too-complex.ts';

const size = oncePerOperation(({ document, operation }) => sizeOf(document, operation));
const cost = oncePerOperation(compileCost);

/** Refuses an operation that asks for more than anybody needs, before it is planned: one error for each limit that it is beyond. */
export function limitOperations(limits: OperationLimits): ApolloServerPlugin<GatewayRequest> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: ({ document, operation, schema, request, contextValue: { language } }) => {
          const valid = { schema, document, operation };
          const asked = { ...size(valid), cost: cost(valid)(request.variables ?? {}) };
          const beyond = (Object.keys(asked) as (keyof typeof asked)[]).filter((limit) => asked[limit] > limits[limit]);
          const errors = beyond.map((limit) => tooComplex(limit, language, limits[limit], asked[limit]));
          return Promise.resolve(errors.length > 0 ? refusal(400, errors) : null);
        },
      }),
  };
}
