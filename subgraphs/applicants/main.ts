import { serveSubgraph } from '../kit/subgraph/serve.ts';
import { applicants } from './index.ts';

// This subgraph alone, over HTTP.
await serveSubgraph(applicants);
