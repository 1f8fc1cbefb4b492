import { serveSubgraph } from '../kit/subgraph/serve.ts';
import { iin } from './index.ts';

// This subgraph alone, over HTTP.
await serveSubgraph(iin);
