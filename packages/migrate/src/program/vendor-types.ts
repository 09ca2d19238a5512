import { ts } from 'ts-morph';
import { isVendorNode } from './create-program.ts';

/** Member of a class or interface of the vendor: `MessagesApi.send`. */
export interface VendorMember {
  owner: string;
  name: string;
}

/** The vendor's member that a symbol is, through aliases and mapped types. */
export function vendorMember(symbol: ts.Symbol | undefined): VendorMember | undefined {
  const declaration = symbol?.declarations?.find((one) => isVendorNode(one));
  if (!symbol || !declaration) return undefined;
  const parent = declaration.parent;
  if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent))
    return { owner: parent.parent.name.getText(), name: symbol.name };
  if (!ts.isClassDeclaration(parent) && !ts.isInterfaceDeclaration(parent) && !ts.isEnumDeclaration(parent)) return undefined;
  return { owner: parent.name?.text ?? '', name: symbol.name };
}

/** Name of the vendor's class or interface that a type is; `Pick` of it counts as the same. */
export function vendorTypeName(type: ts.Type | undefined): string | undefined {
  if (!type) return undefined;
  if (type.aliasSymbol?.name === 'Pick' || type.aliasSymbol?.name === 'Omit') return vendorTypeName(type.aliasTypeArguments?.[0]);
  if (type.isUnion()) {
    const names = type.types.filter((one) => (one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0).map(vendorTypeName);
    return names.length > 0 && names.every((name) => name === names[0]) ? names[0] : undefined;
  }
  const symbol = type.symbol ?? type.aliasSymbol;
  return symbol?.declarations?.some((one) => isVendorNode(one)) ? symbol.name : undefined;
}

/** Name of the type in `PageResult<…>` or `ApiListPromise<…>`. */
export function itemTypeName(type: ts.Type): string | undefined {
  const [item] = (type as ts.TypeReference).typeArguments ?? type.aliasTypeArguments ?? [];
  return vendorTypeName(item);
}

/** Whether a value may be a `Date`, and whether it may be absent. */
export function dateness(type: ts.Type): { isDate: boolean; optional: boolean } {
  const parts = type.isUnion() ? type.types : [type];
  const absent = parts.filter((one) => (one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0);
  const present = parts.filter((one) => !absent.includes(one));
  return { isDate: present.length > 0 && present.every((one) => one.symbol?.name === 'Date'), optional: absent.length > 0 };
}

/** The expression without parentheses, assertions and `await`. */
export function bare(expression: ts.Expression): ts.Expression {
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isNonNullExpression(expression) ||
    ts.isAwaitExpression(expression)
  ) {
    return bare(expression.expression);
  }
  return expression;
}

/** An expression that can stand twice: names and properties of names. */
export function isSimple(expression: ts.Expression): boolean {
  if (ts.isIdentifier(expression) || expression.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isNonNullExpression(expression) || ts.isParenthesizedExpression(expression)) return isSimple(expression.expression);
  return ts.isPropertyAccessExpression(expression) && isSimple(expression.expression);
}

/** The name after the dot, also of `api['messages']`. */
export function memberNameNode(node: ts.Node): ts.Identifier | ts.StringLiteralLike | ts.PrivateIdentifier | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) return node.argumentExpression;
  return undefined;
}

/** The symbol a name stands for, aliases of imports followed. */
export function resolved(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
}
