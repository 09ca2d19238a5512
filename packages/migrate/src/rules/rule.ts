import type { ts } from 'ts-morph';
import type { ClientFlows } from '../program/client-flows.ts';
import type { FileEdits } from '../rewrite/file-edits.ts';
import type { Counts } from './counts.ts';
import type { WebhookPlan } from './plan-webhooks.ts';

/** What a rule knows beside the node. */
export interface Context {
  checker: ts.TypeChecker;
  file: FileEdits;
  flows: ClientFlows;
  webhooks: WebhookPlan;
  counts: Counts;
  /** Name of the client that stands beside a `SinchClient` which other domains need, by the symbol of the latter. */
  seconds: Map<ts.Symbol, string>;
}

/** Looks at a node before its children, and gives what to do after them. */
export type Rule = (node: ts.Node, context: Context) => (() => void) | undefined;
