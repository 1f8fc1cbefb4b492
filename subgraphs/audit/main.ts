import { serveSubgraph } from '../kit/subgraph/serve.ts';
import { audit } from './index.ts';

// This subgraph alone, over HTTP.
await serveSubgraph(audit);
