import { ts } from 'ts-morph';
import { isVendorNode } from '../program/create-program.ts';
import { resolved } from '../program/vendor-types.ts';
import type { Context } from '../rules/rule.ts';
import { RESOURCES } from '../table/calls.ts';
import { apiOf } from '../vendor/declarations.ts';
import { importsOf, isVendorPackage } from './vendor-imports.ts';

/** What no other domain of the vendor's uses. */
const OF_CONVERSATIONS = new Set([
  'ConversationService',
  'ConversationRegion',
  'SupportedConversationRegion',
  'ConversationCallbackWebhooks',
  'ConversationWebhookEventParsed',
  'Conversation',
  ...[...RESOURCES.keys()].map(apiOf),
]);

/** Names whose imports stay because something that no rule knows uses them. */
export function reportLeftovers({ file, checker, flows }: Context): void {
  const { source } = file;
  const reported = new Set(file.left.map(({ line }) => line));
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const inImports = new Set(importsOf(source).flatMap(({ bindings }) => bindings.map(({ local }) => local as ts.Node)));

  const report = (node: ts.Node, why: string, todo: string) => {
    if (reported.has(lineOf(node))) return;
    reported.add(lineOf(node));
    file.leave(node, why, todo);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isExportDeclaration(node)) reportExport(node);
    if (ts.isImportDeclaration(node) || inImports.has(node)) return;
    if (ts.isStringLiteral(node) && isVendorPackage(node.text) && isMockOf(node)) {
      report(node, 'the package is named in a call', 'name the package of @convapi that is meant');
    }
    if (ts.isIdentifier(node) && !file.consumed.has(node) && isLeftover(node)) {
      report(node, `nothing is known of this use of ${node.text}`, `replace ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);

  function isLeftover(node: ts.Identifier): boolean {
    if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return false;
    if (ts.isImportSpecifier(node.parent) || ts.isExportSpecifier(node.parent) || ts.isBindingElement(node.parent)) return false;
    const symbol = resolved(checker, node);
    if (symbol?.name === 'SinchClient' && isVendorSymbol(symbol)) return flows.anyConversation && isValue(node);
    return symbol !== undefined && OF_CONVERSATIONS.has(symbol.name) && isVendorSymbol(symbol);
  }

  function reportExport(node: ts.ExportDeclaration): void {
    const { moduleSpecifier, exportClause } = node;
    const isVendor = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) && isVendorPackage(moduleSpecifier.text);
    const names =
      exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map((one) => (one.propertyName ?? one.name).text) : [];
    const concerned = names.some((name) => OF_CONVERSATIONS.has(name) || name === 'SinchClient');
    if (isVendor && (concerned || names.length === 0))
      report(node, 'the vendor is exported again', 'export what is used from @convapi/client in its place');
  }
}

function isVendorSymbol(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some((one) => isVendorNode(one)) ?? false;
}

/** Used as a value in another way than `new`, such as a token for injection. */
function isValue({ parent }: ts.Node): boolean {
  return !ts.isTypeNode(parent) && !ts.isQualifiedName(parent) && !ts.isNewExpression(parent);
}

/** `jest.mock('@sinch/sdk-core')`, `require.resolve(…)`: not an import. */
function isMockOf(node: ts.StringLiteral): boolean {
  const { parent } = node;
  return ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression);
}
