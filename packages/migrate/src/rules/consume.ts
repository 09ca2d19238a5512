import { ts } from 'ts-morph';
import type { Context } from './rule.ts';

/** Notes that the names in a node are gone, so that their import can go, too. */
export function consume(node: ts.Node, context: Context): void {
  if (ts.isIdentifier(node)) context.file.consumed.add(node);
  ts.forEachChild(node, (child) => consume(child, context));
}
