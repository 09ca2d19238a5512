import { ts } from 'ts-morph';
import type { Context } from './rule.ts';

/** A call that is left keeps all of `client.conversation.messages.send`. */
export function freezeChain(node: ts.Node, { file }: Context): void {
  for (let one: ts.Node = node; ts.isPropertyAccessExpression(one) || ts.isElementAccessExpression(one); one = one.expression)
    file.frozen.add(one);
}
