import { ts } from 'ts-morph';
import { enclosingFunction } from '../program/client-flows.ts';
import { vendorTypeName } from '../program/vendor-types.ts';
import { consume } from './consume.ts';
import { isAsync, webhookCall } from './plan-webhooks.ts';
import type { Context, Rule } from './rule.ts';

const VERIFIER = '@convapi/webhook-verifier';
const RAW = 'keep the raw body and pass it, or use createWebhookHandler of @convapi/webhook-verifier';

/** `new ConversationCallbackWebhooks(secret)` → `createWebhookVerifier(…)`. The vendor's has no replay guard, so neither has this. */
export const rewriteVerifier: Rule = (node, context) => {
  if (!ts.isNewExpression(node) || !context.webhooks.canChange) return undefined;
  const type = context.checker.getTypeAtLocation(node.expression);
  const [secret] = node.arguments ?? [];
  if (type.getConstructSignatures().length === 0 || vendorTypeName(type) !== 'ConversationCallbackWebhooks' || !secret) return undefined;
  consume(node.expression, context);
  return () => {
    const create = context.file.need(VERIFIER, 'createWebhookVerifier');
    const text = `${create}({ secrets: ${context.file.slice(secret)}${mayBeAbsent(secret, context) ? '!' : ''}, replayGuard: false })`;
    context.file.replace(node, text);
  };
};

function mayBeAbsent(node: ts.Expression, { checker, file }: Context): boolean {
  const type = checker.getTypeAtLocation(node);
  return file.isTypeScript && checker.getNonNullableType(type) !== type;
}

/** `validateAuthenticationHeader(headers, rawBody)` and `parseEvent(body)`. */
export const rewriteVerification: Rule = (node, context) => {
  const call = webhookCall(node, context.checker);
  if (!call) return undefined;
  const { file, webhooks } = context;
  const why = webhooks.problems.get(node);
  if (why !== undefined || (!call.isStatic && !webhooks.canChange)) {
    file.leave(
      node,
      why ?? 'another call of this verifier stays',
      why?.startsWith('verifying') ? 'make the function async and await verifier.verify(rawBody, headers)' : RAW,
    );
    return undefined;
  }
  return call.name === 'parseEvent' ? rewriteParse(call.node, context) : rewriteValidate(call.node, context);
};

function rewriteParse(node: ts.CallExpression, context: Context): () => void {
  const { file, webhooks } = context;
  const raw = webhooks.rawBodies.get(node);
  consume(node.expression, context);
  // a variable of the verifier that only parsed is still there
  if (ts.isPropertyAccessExpression(node.expression) && !isClassName(node.expression.expression, context))
    restore(node.expression, context);
  return () => file.replace(node, `${file.need(VERIFIER, 'parseWebhookEvent')}(${raw ? raw.getText() : ''})`);
}

function isClassName(node: ts.Expression, { checker }: Context): boolean {
  return checker.getTypeAtLocation(node).getConstructSignatures().length > 0;
}

function restore(node: ts.Node, { file }: Context): void {
  const visit = (one: ts.Node) => {
    file.consumed.delete(one);
    ts.forEachChild(one, visit);
  };
  visit(node);
}

function rewriteValidate(node: ts.CallExpression, context: Context): () => void {
  const { file } = context;
  const [headers, body] = node.arguments;
  makeAsync(enclosingFunction(node), context);
  return () => {
    if (!headers || !body || !ts.isPropertyAccessExpression(node.expression)) return;
    const verifier = file.slice(node.expression.expression);
    const text = `await ${verifier}.verify(${file.slice(body)}, ${file.slice(headers)}).then(() => true, () => false)`;
    const isOperand = ts.isPrefixUnaryExpression(node.parent) || ts.isBinaryExpression(node.parent);
    file.replace(node, isOperand ? `(${text})` : text);
  };
}

function makeAsync(owner: ts.SignatureDeclaration | undefined, { file }: Context): void {
  if (!owner || isAsync(owner) || file.frozen.has(owner)) return;
  file.frozen.add(owner);
  const place = ts.isMethodDeclaration(owner) ? owner.name.getStart() : owner.getStart();
  file.text.appendRight(place, 'async ');
  if (owner.type) {
    file.text.appendLeft(owner.type.getStart(), 'Promise<');
    file.text.appendRight(owner.type.getEnd(), '>');
  }
}
