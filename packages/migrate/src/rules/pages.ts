import { ts } from 'ts-morph';
import { bare, itemTypeName, memberNameNode, vendorMember, vendorTypeName } from '../program/vendor-types.ts';
import type { ListResult } from '../table/call.ts';
import { CALLS } from '../table/calls.ts';
import { vendorCall } from './calls.ts';
import type { Context, Rule } from './rule.ts';

/** What a page of such items is called. */
export const LIST_OF_ITEM: ReadonlyMap<string, ListResult> = new Map(
  CALLS.flatMap(({ list }) => (list ? [[list.item, list] as const] : [])),
);

/** `page.data`, `page.hasNextPage`, `page.nextPage()` → `page.contacts`, `page.next_page_token`, the call with that token. */
export const rewritePages: Rule = (node, context) => {
  const name = memberNameNode(node);
  if (!name || !(ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))) return undefined;
  const { checker, file } = context;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
  if (vendorTypeName(type) === 'ApiListPromise' && name.text === 'next') {
    file.leave(node, 'a list is no iterator by itself', 'take the iterator first: list[Symbol.asyncIterator]()');
    return undefined;
  }
  if (vendorMember(checker.getSymbolAtLocation(name))?.owner !== 'PageResult') return undefined;
  const list = LIST_OF_ITEM.get(itemTypeName(type) ?? '');
  if (!list) return undefined;
  if (name.text === 'data') return () => file.replace(node, itemsText(node, list, context));
  if (name.text === 'nextPage') return nextPage(node, context);
  return () => {
    const token = `${file.slice(node.expression)}.next_page_token`;
    file.replace(node, name.text === 'nextPageValue' || isCondition(node) ? token : `Boolean(${token})`);
  };
};

function itemsText(node: ts.PropertyAccessExpression | ts.ElementAccessExpression, { items }: ListResult, { file }: Context): string {
  const { parent } = node;
  const isOperand =
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isSpreadElement(parent);
  const text = `${file.slice(node.expression)}.${items} ?? []`;
  return isOperand ? `(${text})` : text;
}

function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent.expression === node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  return ts.isParenthesizedExpression(parent) && isCondition(parent);
}

/** The call that gave the page, once more with the token of the page. */
function nextPage(node: ts.PropertyAccessExpression | ts.ElementAccessExpression, context: Context): (() => void) | undefined {
  const { file, checker } = context;
  const origin = originOf(node.expression, context);
  const found = origin && vendorCall(origin, checker);
  if (!origin || !found || !ts.isCallExpression(node.parent) || !isInScope(origin, node)) {
    file.leave(
      node,
      'the list that this page is of cannot be seen from here',
      'call the list again with { page_token: page.next_page_token }, or use for await',
    );
    return undefined;
  }
  const { call } = found;
  const whole = node.parent;
  return () => {
    const token = `page_token: ${file.slice(node.expression)}.next_page_token`;
    const passed = file.text
      .slice(origin.expression.getEnd(), origin.getEnd())
      .replace(/^[^(]*\(/, '')
      .replace(/\)$/, '');
    file.replace(whole, `${file.slice(origin.expression)}(${withToken(passed, call.path.length, token)})`);
  };
}

/** Arguments as text with the token in the object behind the path parameters. */
function withToken(passed: string, pathCount: number, token: string): string {
  const parts = splitArguments(passed);
  const filters = parts[pathCount];
  const kept =
    filters && ts.isObjectLiteralExpression(filters) ? fieldsBeside(filters, 'page_token') : filters ? [`...${filters.getText()}`] : [];
  return [...parts.slice(0, pathCount).map((part) => part.getText()), `{ ${[...kept, token].join(', ')} }`].join(', ');
}

/** Arguments, as they are by now, parted at the commas between them. */
function splitArguments(passed: string): readonly ts.Expression[] {
  const source = ts.createSourceFile('arguments.ts', `f(${passed})`, ts.ScriptTarget.Latest, true);
  const [statement] = source.statements;
  return statement && ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression)
    ? statement.expression.arguments
    : [];
}

function fieldsBeside(literal: ts.ObjectLiteralExpression, name: string): string[] {
  return literal.properties.filter((property) => property.name?.getText() !== name).map((property) => property.getText());
}

/** The call that a variable of a page was first filled with. */
function originOf(expression: ts.Expression, { checker }: Context): ts.CallExpression | undefined {
  const declaration = checker.getSymbolAtLocation(expression)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const call = bare(declaration.initializer);
  return ts.isCallExpression(call) ? call : undefined;
}

/** Does everything that the first call names still stand for the same at the other place? */
function isInScope(origin: ts.Node, place: ts.Node): boolean {
  let block: ts.Node = origin;
  while (!ts.isBlock(block) && !ts.isSourceFile(block)) block = block.parent;
  for (let one: ts.Node = place; one; one = one.parent) if (one === block) return origin.getEnd() < place.getStart();
  return false;
}

/** `const { data, hasNextPage } = await client.contacts.list()`. */
export const rewritePageDestructuring: Rule = (node, context) => {
  if (!ts.isObjectBindingPattern(node)) return undefined;
  const { checker, file } = context;
  const from = ts.isVariableDeclaration(node.parent) && node.parent.initializer ? node.parent.initializer : node.parent;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(from));
  const list = vendorTypeName(type) === 'PageResult' ? LIST_OF_ITEM.get(itemTypeName(type) ?? '') : undefined;
  if (!list) return undefined;
  const nameOf = (element: ts.BindingElement) => (element.propertyName ?? element.name).getText();
  if (node.elements.some((element) => nameOf(element) === 'nextPage')) {
    file.leave(node.parent, 'nextPage is taken off its page', 'call the list again with { page_token: next_page_token }, or use for await');
    return undefined;
  }
  return () => {
    for (const element of node.elements) {
      const local = file.slice(element.name);
      const name = nameOf(element);
      if (name === 'data') file.replace(element, local === list.items ? `${list.items} = []` : `${list.items}: ${local} = []`);
      if (name === 'hasNextPage' || name === 'nextPageValue') file.replace(element, `next_page_token: ${local}`);
    }
  };
};

/** A page that goes where its fields are read without a type keeps the vendor's fields there. */
export const reportEscapedPages: Rule = (node, { checker, file }) => {
  if (!ts.isCallExpression(node)) return undefined;
  const signature = checker.getResolvedSignature(node);
  const { declaration } = signature ?? {};
  if (!declaration || declaration.getSourceFile().isDeclarationFile) return undefined;
  node.arguments.forEach((argument, index) => {
    const name = vendorTypeName(checker.getTypeAtLocation(argument));
    const parameter = signature?.parameters[index]?.valueDeclaration;
    const isFollowed = !parameter || !isUntyped(checker.getTypeAtLocation(parameter));
    if (isFollowed || !name) return;
    if (name === 'PageResult')
      file.leave(
        argument,
        'a page goes to a function without types',
        `in ${node.expression.getText()}, read the items by their own name, not data`,
      );
    if (name === 'ConversationService' || name.endsWith('Api')) {
      file.leave(
        argument,
        'the client goes to a function without types',
        `in ${node.expression.getText()}, change the calls on this client`,
      );
    }
  });
  return undefined;
};

function isUntyped(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
}
