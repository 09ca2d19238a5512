import { ts } from 'ts-morph';
import type { ClientUse } from '../program/client-flows.ts';
import { isVendorNode } from '../program/create-program.ts';
import { resolved } from '../program/vendor-types.ts';
import { RESOURCES } from '../table/calls.ts';
import { client, core, type TypeName, type TypeText, toOurType } from '../table/type-names.ts';
import { apiOf } from '../vendor/declarations.ts';
import { consume } from './consume.ts';
import { LIST_OF_ITEM } from './pages.ts';
import type { Context, Rule } from './rule.ts';

const RESOURCE_OF_API = new Map([...RESOURCES].map(([vendor, ours]) => [apiOf(vendor), ours]));
const PARAMETERS: TypeText = {
  parts: ['{ projectId: string; keyId: string; keySecret: string; conversationRegion?: ', client('Region'), ' }'],
};

/** `Conversation.Contact` → `Contact` of `@convapi/core`, in annotations and in JSDoc. */
export const rewriteTypes: Rule = (node, context) => {
  if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Pick') return rewritePick(node, context);
  const named = typeNameOf(node);
  if (!named) return undefined;
  const symbol = resolved(context.checker, ts.isQualifiedName(named) ? named.right : named);
  if (!symbol?.declarations?.some((one) => isVendorNode(one))) return unknownType(node, named, context);
  const type = ourType(symbol.name, node as ts.TypeReferenceNode, context);
  if (type === 'stays') return undefined;
  if (!type) {
    context.file.leave(node, `there is no ${symbol.name}`, `find a type in place of ${symbol.name}`);
    return undefined;
  }
  reportInjection(node, context);
  consume(named, context);
  for (const argument of (node as ts.TypeReferenceNode).typeArguments ?? []) drop(argument, context);
  return () => context.file.replace(node, ts.isImportTypeNode(node) ? importText(type) : context.file.typeText(type));
};

function typeNameOf(node: ts.Node): ts.EntityName | undefined {
  if (ts.isTypeReferenceNode(node)) return node.typeName;
  if (ts.isImportTypeNode(node) && !node.isTypeOf) return node.qualifier;
  return undefined;
}

const INJECTED = new Set(['SinchClient', 'ConversationService']);

/** A container that injects by class finds nothing for an interface. */
function reportInjection(node: ts.Node, { checker, file }: Context): void {
  const parameter = node.parent;
  if (!ts.isParameter(parameter) || !ts.isConstructorDeclaration(parameter.parent) || (ts.getDecorators(parameter)?.length ?? 0) > 0)
    return;
  const owner = parameter.parent.parent;
  const isInjectable = ts.canHaveDecorators(owner) && (ts.getDecorators(owner)?.length ?? 0) > 0;
  const name = ts.isTypeReferenceNode(node) ? resolved(checker, node.typeName)?.name : undefined;
  if (!isInjectable || name === undefined || !INJECTED.has(name)) return;
  file.leave(parameter, 'it is injected by its class, and ours is an interface', 'inject it by a token, e.g. @Inject(CONVERSATION)');
}

/** Our types take no arguments where the vendor's do: what they name is not imported for that. */
function drop(node: ts.Node, context: Context): void {
  context.file.frozen.add(node);
  if (ts.isIdentifier(node)) context.file.consumed.add(node);
  ts.forEachChild(node, (child) => drop(child, context));
}

/** A name in the vendor's `Conversation` that our declarations do not have. */
function unknownType(node: ts.Node, name: ts.EntityName, { checker, file }: Context): undefined {
  if (!ts.isQualifiedName(name)) return undefined;
  const left = ts.isQualifiedName(name.left) ? name.left.right : name.left;
  const space = resolved(checker, left);
  const isOurs = space?.name === 'Conversation' && space.declarations?.some((one) => isVendorNode(one));
  if (isOurs) file.leave(node, `there is no ${name.right.text}`, `find a type in place of ${name.right.text}`);
  return undefined;
}

function ourType(name: string, node: ts.TypeReferenceNode, context: Context): TypeText | 'stays' | undefined {
  const { flows, webhooks } = context;
  const one = (type: TypeName) => ({ parts: [type] });
  const resource = RESOURCE_OF_API.get(name);
  if (resource) return { parts: [client('ConversationClient'), `['${resource}']`] };
  if (name === 'PageResult' || name === 'ApiListPromise') return pageType(name, node, context);
  if (name === 'SinchClient') return useOfAnnotated(node, context) === 'conversation' ? one(client('ConversationClient')) : 'stays';
  if (name === 'SinchClientParameters') return flows.allConversation ? PARAMETERS : 'stays';
  if (name === 'ConversationService') return one(client('ConversationClient'));
  if (name === 'ConversationRegion' || name === 'SupportedConversationRegion') return one(client('Region'));
  if (name === 'ConversationWebhookEventParsed') return one(core('WebhookEvent'));
  if (name === 'RequestFailedError') return one(client('ApiError'));
  if (name === 'GenericError') return one(client('ConvapiError'));
  if (name === 'ConversationCallbackWebhooks')
    return webhooks.canChange ? one({ name: 'WebhookVerifier', from: '@convapi/webhook-verifier' }) : 'stays';
  return toOurType(name);
}

function pageType(name: string, node: ts.TypeReferenceNode, { checker }: Context): TypeText | 'stays' {
  const item = node.typeArguments?.[0];
  const symbol = item && checker.getTypeFromTypeNode(item).symbol;
  const list = symbol?.declarations?.some((one) => isVendorNode(one)) ? LIST_OF_ITEM.get(symbol.name) : undefined;
  if (!list) return 'stays';
  return { parts: name === 'PageResult' ? [core(list.page)] : [client('PagePromise'), '<', core(list.item), ', ', core(list.page), '>'] };
}

/** `Pick<SinchClient, 'conversation'>` is our client. */
function rewritePick(node: ts.TypeReferenceNode, context: Context): (() => void) | undefined {
  const [picked] = node.typeArguments ?? [];
  if (!picked || !ts.isTypeReferenceNode(picked) || resolved(context.checker, picked.typeName)?.name !== 'SinchClient') return undefined;
  if (useOfAnnotated(node, context) !== 'conversation') return undefined;
  consume(picked, context);
  context.file.frozen.add(picked);
  return () => context.file.replace(node, context.file.typeText({ parts: [client('ConversationClient')] }));
}

/** What becomes of the thing that has this type. */
function useOfAnnotated(node: ts.TypeNode, { flows, checker }: Context): ClientUse {
  let one: ts.Node = node.parent;
  while (ts.isTypeNode(one) || ts.isJSDocTypeExpression(one)) one = one.parent;
  if (ts.isJSDocParameterTag(one)) return flows.useOfSymbol(checker.getSymbolAtLocation(one.name));
  if (!ts.isJSDocTypeTag(one) && !ts.isJSDocReturnTag(one)) return flows.useOfDeclaration(one);
  const host = one.parent.parent;
  return flows.useOfDeclaration(ts.isVariableStatement(host) ? (host.declarationList.declarations[0] ?? host) : host);
}

/** A type by its package, as JSDoc has it. */
function importText({ parts }: TypeText): string {
  return parts.map((part) => (typeof part === 'string' ? part : `import('${part.from}').${part.name}`)).join('');
}
