import { ts } from 'ts-morph';
import { rewriteCall } from '../rules/calls.ts';
import { rewriteCreation, rewriteDestructuring, rewriteMembers } from '../rules/clients.ts';
import { rewriteReadDates, rewriteWrittenFields } from '../rules/dates.ts';
import { reportEscapedPages, rewritePageDestructuring, rewritePages } from '../rules/pages.ts';
import type { Context, Rule } from '../rules/rule.ts';
import { rewriteTypes } from '../rules/types.ts';
import { rewriteErrorFields, rewriteHelpers, rewriteInstanceof, rewriteRegions, rewriteTriggers } from '../rules/values.ts';
import { rewriteVerification, rewriteVerifier } from '../rules/webhooks.ts';
import { reportLeftovers } from './leftovers.ts';
import { rewriteImports } from './rewrite-imports.ts';

const RULES: readonly Rule[] = [
  rewriteCall,
  rewriteCreation,
  rewriteMembers,
  rewriteDestructuring,
  rewritePages,
  rewritePageDestructuring,
  reportEscapedPages,
  rewriteTypes,
  rewriteRegions,
  rewriteHelpers,
  rewriteInstanceof,
  rewriteErrorFields,
  rewriteTriggers,
  rewriteVerifier,
  rewriteVerification,
  rewriteReadDates,
  rewriteWrittenFields,
];

/** Applies the rules to a file: each looks before the children of a node are rewritten, and writes after. */
export function rewriteFile(context: Context): void {
  visit(context.file.source);
  reportLeftovers(context);
  rewriteImports(context);

  function visit(node: ts.Node): void {
    const after = context.file.frozen.has(node) ? [] : RULES.flatMap((rule) => rule(node, context) ?? []);
    for (const comment of jsDocOf(node)) ts.forEachChild(comment, visit);
    ts.forEachChild(node, visit);
    for (const apply of after) apply();
  }
}

/** JSDoc holds the types of JavaScript, and is no child. */
function jsDocOf(node: ts.Node): readonly ts.JSDoc[] {
  return (node as { jsDoc?: ts.JSDoc[] }).jsDoc ?? [];
}
