import { serveSubgraph } from '../kit/subgraph/serve.ts';
import { missions } from './index.ts';

// This subgraph alone, over HTTP.
await serveSubgraph(missions);
