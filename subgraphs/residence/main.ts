import { serveSubgraph } from '../kit/subgraph/serve.ts';
import { residence } from './index.ts';

// This subgraph alone, over HTTP.
await serveSubgraph(residence);
