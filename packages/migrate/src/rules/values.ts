import { ts } from 'ts-morph';
import { bare, memberNameNode, resolved, vendorMember, vendorTypeName } from '../program/vendor-types.ts';
import { HELPERS } from '../vendor/declarations.ts';
import { vendorCall } from './calls.ts';
import { consume } from './consume.ts';
import type { Context, Rule } from './rule.ts';

const REGIONS: Record<string, string> = { UNITED_STATES: "'us'", EUROPE: "'eu'", BRAZIL: "'br'" };

/** `ConversationRegion.EUROPE` → `'eu'`. */
export const rewriteRegions: Rule = (node, context) => {
  const name = memberNameNode(node);
  const member = name && vendorMember(context.checker.getSymbolAtLocation(name));
  const text = member?.owner === 'SupportedConversationRegion' ? REGIONS[member.name] : undefined;
  if (text === undefined) return undefined;
  consume((node as ts.PropertyAccessExpression).expression, context);
  return () => context.file.replace(node, text);
};

/** `Conversation.messageBuilder.text(item)` → `{ text_message: item }`. */
export const rewriteHelpers: Rule = (node, context) => {
  if (!ts.isCallExpression(node)) return undefined;
  const name = memberNameNode(node.expression);
  const object = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : undefined;
  const owner = object && resolved(context.checker, lastName(object))?.name;
  const helper = owner && isOfVendor(object, context) ? HELPERS[owner] : undefined;
  if (!helper || !owner || !name) return undefined;
  const key = helper[name.text];
  const [item] = node.arguments;
  if (name.text === 'getPreviousTranslations' && item) {
    consume(node.expression, context);
    return () => context.file.replace(node, `(${context.file.slice(item)} ?? []).filter(({ version }) => version !== 'latest')`);
  }
  if (!key || !item || node.arguments.length > 1) {
    context.file.leave(node, `${owner}.${name.text} has no counterpart`, `write what ${name.text} did`);
    return undefined;
  }
  consume(node.expression, context);
  return () => {
    const text = `{ ${key}: ${context.file.slice(item)} }`;
    const isBody = ts.isArrowFunction(node.parent) && node.parent.body === node;
    context.file.replace(node, owner === 'templateV1Helper' ? `JSON.stringify(${text})` : isBody ? `(${text})` : text);
  };
};

function lastName(node: ts.Expression): ts.Node {
  return memberNameNode(node) ?? node;
}

function isOfVendor(object: ts.Expression | undefined, { checker }: Context): boolean {
  const symbol = object && resolved(checker, lastName(object));
  return symbol?.declarations?.some((one) => one.getSourceFile().fileName.startsWith('/node_modules/@sinch/')) ?? false;
}

const GUARDS: Record<string, string> = { RequestFailedError: 'isApiError', GenericError: 'isConvapiError' };

/** `error instanceof RequestFailedError` → `isApiError(error)`. */
export const rewriteInstanceof: Rule = (node, context) => {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.InstanceOfKeyword) return undefined;
  const type = context.checker.getTypeAtLocation(node.right);
  const guard = type.getConstructSignatures().length > 0 ? GUARDS[vendorTypeName(type) ?? ''] : undefined;
  if (!guard) return undefined;
  if (!usesConversations(context)) {
    context.file.leave(node, 'errors of other domains are of this class, too', `for calls of @convapi/client, ask ${guard}(error)`);
    return undefined;
  }
  consume(node.right, context);
  return () => context.file.replace(node, `${context.file.need('@convapi/client', guard)}(${context.file.slice(node.left)})`);
};

/** Without a client of ours in the file, an error is more likely of another domain. */
function usesConversations({ file, checker }: Context): boolean {
  const visit = (node: ts.Node): boolean => {
    if (vendorCall(node, checker)) return true;
    const name = ts.isExpression(node) ? vendorTypeName(checker.getTypeAtLocation(node)) : undefined;
    return name === 'ConversationService' || (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  };
  return visit(file.source);
}

/** `error.statusCode` → `error.status`. */
export const rewriteErrorFields: Rule = (node, context) => {
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const { checker, file } = context;
  const member = vendorMember(checker.getSymbolAtLocation(node.name));
  const isVendorError = member?.owner === 'RequestFailedError' && usesConversations(context);
  if (node.name.text === 'statusCode' && (isVendorError || isCaughtFromCall(node.expression, context)))
    return () => file.replace(node.name, 'status');
  if (!isVendorError) return undefined;
  if (node.name.text === 'data') return () => file.replace(node, `JSON.stringify(${file.slice(node.expression)}.body, null, 2)`);
  if (node.name.text === 'responseHeaders') {
    file.leave(node, 'errors hold no headers', 'use requestId and retryAfterMs of the error, or withResponse() of the call');
  }
  return undefined;
};

/** The variable of a `catch` whose `try` calls the vendor. */
function isCaughtFromCall(expression: ts.Expression, { checker }: Context): boolean {
  const declaration = checker.getSymbolAtLocation(bare(expression))?.valueDeclaration;
  const clause = declaration?.parent;
  if (!declaration || !clause || !ts.isCatchClause(clause)) return false;
  const visit = (node: ts.Node): boolean =>
    vendorCall(node, checker) !== undefined || (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(clause.parent.tryBlock);
}

/** One trigger is called otherwise by the service than by the SDK. */
export const rewriteTriggers: Rule = (node, { checker, file }) => {
  if (!ts.isStringLiteral(node) || node.text !== 'SMART_CONVERSATIONS') return undefined;
  const { parent } = node;
  const asked = ts.isCaseClause(parent) ? parent.parent.parent.expression : ts.isBinaryExpression(parent) ? other(parent, node) : undefined;
  const name = asked && memberNameNode(asked);
  const isTrigger = name?.text === 'trigger' && vendorMember(checker.getSymbolAtLocation(name)) !== undefined;
  return isTrigger ? () => file.replace(node, "'SMART_CONVERSATION'") : undefined;
};

function other({ left, right }: ts.BinaryExpression, node: ts.Node): ts.Expression {
  return left === node ? right : left;
}
