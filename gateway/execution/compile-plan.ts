import type { Operation } from '@apollo/federation-internals';
import { evaluateCondition } from '@apollo/query-planner';
import type { PlanNode, QueryPlan, ResponsePath } from '@apollo/query-planner';
import { compileFetch } from './compile-fetch.ts';
import { compileWalk } from './paths.ts';
import type { Step } from './run.ts';
import type { SupergraphSchema } from './subtypes.ts';

/** A plan can't be compiled: subscriptions can't, nor what is answered in pieces (`@defer`). */
export class NotCompilableError extends Error {}

/**
 * Compiles what a plan fetches, step by step; nothing when it fetches nothing.
 *
 * @throws NotCompilableError
 */
export function compilePlan(
  supergraph: SupergraphSchema,
  { node: root }: QueryPlan,
  { variableDefinitions }: Operation,
): Step | undefined {
  return root && compile(root, []);

  function compile(node: NonNullable<QueryPlan['node']>, path: ResponsePath): Step {
    switch (node.kind) {
      case 'Fetch':
        return compileFetch(supergraph, node, path);
      case 'Sequence':
        return inSequence(node.nodes.map((each) => compile(each, path)));
      case 'Parallel':
        return inParallel(node.nodes.map((each) => compile(each, path)));
      case 'Flatten': {
        const walk = compileWalk(node.path);
        const step = compile(node.node, [...path, ...node.path]);
        return async (run, at) => {
          const there = walk(at);
          if (there) await step(run, there);
        };
      }
      case 'Condition': {
        const [holds, otherwise] = [optional(node.ifClause, path), optional(node.elseClause, path)];
        return async (run, at) => {
          const step = evaluateCondition(node, variableDefinitions, run.variables) ? holds : otherwise;
          await step?.(run, at);
        };
      }
      case 'Defer':
      case 'Subscription':
        throw new NotCompilableError(node.kind);
    }
  }

  function optional(node: PlanNode | undefined, path: ResponsePath): Step | undefined {
    return node && compile(node, path);
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (run, at) => {
    for (const step of steps) await step(run, at);
  };
}

/** All begin in one tick: what goes to the same subgraph may travel together. */
function inParallel(steps: readonly Step[]): Step {
  return async (run, at) => {
    await Promise.all(steps.map((step) => step(run, at)));
  };
}
