import { serveSubgraph } from '../kit/subgraph/serve.ts';
import { complaints } from './index.ts';

// This subgraph alone, over HTTP.
await serveSubgraph(complaints);
