import { ts } from 'ts-morph';
import { bare, memberNameNode, resolved, vendorMember, vendorTypeName } from '../program/vendor-types.ts';
import { RESOURCES } from '../table/calls.ts';
import { consume } from './consume.ts';
import { createClientText, creationProblem } from './create-client-text.ts';
import { freezeChain } from './freeze-chain.ts';
import { indentOf } from './layout.ts';
import type { Context, Rule } from './rule.ts';

/** `new SinchClient(…)` and `new ConversationService(…)` → `createConversationClient(…)`. */
export const rewriteCreation: Rule = (node, context) => {
  if (!ts.isNewExpression(node)) return undefined;
  const name = vendorClass(node.expression, context);
  if (name !== 'SinchClient' && name !== 'ConversationService') return undefined;
  const use = name === 'SinchClient' ? context.flows.useOf(node) : 'conversation';
  if (use === 'other') return undefined;
  const problem = creationProblem(node);
  if (problem) {
    context.file.leave(node, problem.why, problem.todo);
    return undefined;
  }
  const text = createClientText(node, context);
  if (use === 'both') return addSecondClient(node, text, context);
  consume(node.expression, context);
  return () => context.file.replace(node, text());
};

function vendorClass(expression: ts.Expression, { checker }: Context): string | undefined {
  const type = checker.getTypeAtLocation(expression);
  return type.getConstructSignatures().length > 0 ? vendorTypeName(type) : undefined;
}

/** The SDK keeps its client for the other domains; ours stands on the next line. */
function addSecondClient(node: ts.NewExpression, text: () => string, { checker, file, seconds }: Context): (() => void) | undefined {
  const declaration = node.parent;
  const statement = declaration.parent?.parent;
  const isPlain = ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name) && declaration.initializer === node;
  const symbol = isPlain ? resolved(checker, declaration.name) : undefined;
  if (!symbol || !statement || !ts.isVariableStatement(statement)) {
    file.leave(node, 'this client serves other domains too', 'make a second client with createConversationClient for .conversation');
    return undefined;
  }
  const name = freeName(file.source, symbol.name);
  seconds.set(symbol, name);
  return () => {
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const end = file.source.text.slice(0, statement.getEnd()).endsWith(';') ? ';' : '';
    const indent = indentOf(file.source, statement.getStart());
    file.text.appendLeft(statement.getEnd(), `\n${indent}${isExported ? 'export ' : ''}const ${name} = ${text()}${end}`);
  };
}

function freeName(source: ts.SourceFile, client: string): string {
  const taken = new Set<string>();
  const visit = (node: ts.Node) => {
    const isMember = ts.isPropertyAccessExpression(node.parent ?? node) && (node.parent as ts.PropertyAccessExpression).name === node;
    if (ts.isIdentifier(node) && !isMember) taken.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return ['conversation', `${client}Conversation`].find((name) => !taken.has(name)) ?? `${client}ConversationClient`;
}

/** `client.conversation.contact` → `client.contacts`. */
export const rewriteMembers: Rule = (node, context) => {
  const name = memberNameNode(node);
  if (!name) return dynamicMember(node, context);
  const { checker, file } = context;
  const member = vendorMember(checker.getSymbolAtLocation(name));
  if (member?.owner === 'SinchClient' && member.name === 'conversation')
    return rewriteConversation(node as ts.PropertyAccessExpression, context);
  if (member?.owner === 'ConversationService') {
    const ours = RESOURCES.get(member.name);
    if (ours === undefined) {
      file.leave(node, 'a client cannot be changed afterwards', `make a new client in place of ${member.name}`);
      freezeChain(node, context);
      return undefined;
    }
    return ours === member.name ? undefined : () => file.replace(name, ts.isStringLiteralLike(name) ? `'${ours}'` : ours);
  }
  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
  if (member?.owner.endsWith('Api') && !isCalled) {
    context.counts.found += 1;
    context.counts.left += 1;
    file.leave(node, 'the method is passed on, not called', 'take the arguments apart as the method of @convapi/client has them');
    freezeChain(node, context);
  }
  return undefined;
};

function dynamicMember(node: ts.Node, context: Context): undefined {
  const { checker, file, counts } = context;
  if (!ts.isElementAccessExpression(node)) return undefined;
  const owner = vendorTypeName(checker.getTypeAtLocation(node.expression));
  if (owner !== 'ConversationService' && !owner?.endsWith('Api')) return undefined;
  counts.found += 1;
  counts.left += 1;
  file.leave(node, 'the name is only known when the program runs', 'name the method, or map the names to those of @convapi/client');
  freezeChain(node, context);
  return undefined;
}

const SHARED = {
  why: 'this client serves other domains too, or cannot be followed',
  todo: 'make a client with createConversationClient and use it here',
};

function rewriteConversation(node: ts.PropertyAccessExpression, context: Context): (() => void) | undefined {
  const { file } = context;
  const client = bare(node.expression);
  // what is left of it is said where the client is made
  if (ts.isNewExpression(client) && creationProblem(client)) return undefined;
  const ours = clientInPlaceOf(node.expression, context);
  if (ours === undefined) {
    file.leave(node, SHARED.why, SHARED.todo);
    return undefined;
  }
  if (ours !== 'itself') return () => file.replace(node, ours.name);
  // `client?.conversation.app` stops at the client, so what stays has to
  const isOptional = node.questionDotToken !== undefined && ts.isPropertyAccessExpression(node.parent) && !node.parent.questionDotToken;
  return () => file.text.update(node.expression.getEnd(), node.getEnd(), isOptional ? '?' : '');
}

/** What stands in place of `client.conversation`: the client itself, or the one beside it. */
function clientInPlaceOf(client: ts.Expression, { checker, file, flows, seconds }: Context): 'itself' | { name: string } | undefined {
  if (flows.useOf(client) === 'conversation') return 'itself';
  const symbol = resolved(checker, client);
  const name = symbol && seconds.get(symbol);
  return name && symbol.declarations?.[0]?.getSourceFile() === file.source ? { name } : undefined;
}

/** Why the client that a call is made on stays the vendor's, so that the call has to stay, too. */
export function vendorClientOf(callee: ts.Node, context: Context): typeof SHARED | undefined {
  for (let one = callee; ts.isPropertyAccessExpression(one) || ts.isElementAccessExpression(one); one = one.expression) {
    const name = memberNameNode(one);
    const member = name && vendorMember(context.checker.getSymbolAtLocation(name));
    if (member?.owner === 'SinchClient' && clientInPlaceOf(one.expression, context) === undefined) return SHARED;
  }
  return undefined;
}

/** `const { contact } = client.conversation` → `const { contacts: contact } = client`. */
export const rewriteDestructuring: Rule = (node, context) => {
  if (!ts.isObjectBindingPattern(node)) return undefined;
  const owner = vendorTypeName(context.checker.getTypeAtLocation(node.parent));
  const from =
    ts.isVariableDeclaration(node.parent) && node.parent.initializer
      ? vendorTypeName(context.checker.getTypeAtLocation(node.parent.initializer))
      : owner;
  if (from === 'SinchClient') return takeConversation(node, context);
  if (from === 'ConversationService') return renameElements(node, context);
  if (from?.endsWith('Api')) {
    context.file.leave(node.parent, 'methods are taken off their resource', 'call them on the resource');
    freezeChain((node.parent as ts.VariableDeclaration).initializer ?? node, context);
  }
  return undefined;
};

function takeConversation(node: ts.ObjectBindingPattern, { file, flows }: Context): (() => void) | undefined {
  const element = node.elements.find((one) => (one.propertyName ?? one.name).getText() === 'conversation');
  const { initializer } = node.parent as ts.VariableDeclaration;
  if (!element) return undefined;
  if (node.elements.length === 1 && initializer && flows.useOf(initializer) === 'conversation')
    return () => file.replace(node, file.slice(element.name));
  file.leave(node.parent, 'this client serves other domains too', 'make a client with createConversationClient for conversation');
  return undefined;
}

function renameElements(node: ts.ObjectBindingPattern, { file }: Context): () => void {
  return () => {
    for (const element of node.elements) {
      const name = (element.propertyName ?? element.name).getText();
      const ours = RESOURCES.get(name);
      if (ours !== undefined && ours !== name) file.replace(element, `${ours}: ${file.slice(element.name)}`);
    }
  };
}
