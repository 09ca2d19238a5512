import { ts } from 'ts-morph';
import { dateness, isSimple, memberNameNode, vendorMember } from '../program/vendor-types.ts';
import type { Rule } from './rule.ts';

const COMPARED = [
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.MinusToken,
];

/** The vendor makes `Date`s of times in answers; ours stay text. Where a `Date` is used as one, it is made there. */
export const rewriteReadDates: Rule = (node, { checker, file }) => {
  const name = memberNameNode(node);
  if (!name || !ts.isPropertyAccessExpression(node) || !vendorMember(checker.getSymbolAtLocation(name))) return undefined;
  const { isDate, optional } = dateness(checker.getTypeAtLocation(node));
  if (!isDate) return undefined;
  let value: ts.Expression = node;
  while (ts.isNonNullExpression(value.parent) || ts.isParenthesizedExpression(value.parent)) value = value.parent;
  const { parent } = value;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === value) {
    if (!parent.questionDotToken && !optional) return () => file.replace(value, `new Date(${file.slice(value)})`);
    if (!parent.questionDotToken) return () => file.replace(value, `new Date(${file.slice(value)})`);
    if (ts.isCallExpression(parent.parent) && isSimple(value)) {
      const whole = parent.parent;
      const rest = file.source.text.slice(parent.name.getStart(), whole.getEnd());
      return () => file.replace(whole, `(${file.slice(value)} ? new Date(${file.slice(value)}).${rest} : undefined)`);
    }
    file.leave(value, 'times are text', 'make a Date of it: new Date(text)');
    return undefined;
  }
  if (ts.isBinaryExpression(parent) && COMPARED.includes(parent.operatorToken.kind))
    return () => file.replace(value, `new Date(${file.slice(value)})`);
  const isInitializer = ts.isVariableDeclaration(parent) && parent.initializer === value;
  if (isInitializer && !optional) return () => file.replace(value, `new Date(${file.slice(value)})`);
  if (isInitializer && isSimple(value))
    return () => file.replace(value, `${file.slice(value)} ? new Date(${file.slice(value)}) : undefined`);
  const wanted = checker.getContextualType(value);
  if (wanted && dateness(wanted).isDate && !isFieldOfVendor(value.parent, checker))
    return () => file.replace(value, `new Date(${file.slice(value)})`);
  return undefined;
};

/** Times go out as text, and a `ttl` with its unit. */
export const rewriteWrittenFields: Rule = (node, { checker, file }) => {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return undefined;
  const field = fieldOfVendor(node, checker);
  if (!field) return undefined;
  const value = ts.isPropertyAssignment(node) ? node.initializer : node.name;
  const type = checker.getTypeAtLocation(value);
  const write = (text: string) => () => file.replace(node, `${node.name.getText()}: ${text}`);
  const { isDate, optional } = dateness(type);
  if (
    isDate &&
    dateness(checker.getTypeOfSymbol(field)).isDate &&
    !vendorMember(checker.getSymbolAtLocation(memberNameNode(value) ?? value))
  ) {
    return () => write(`${file.slice(value)}${optional ? '?' : ''}.toISOString()`)();
  }
  if (field.name !== 'ttl') return undefined;
  if (ts.isNumericLiteral(value)) return write(`'${value.text}s'`);
  if (ts.isStringLiteral(value)) return value.text.endsWith('s') ? undefined : write(`'${value.text}s'`);
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return () => write(`\`\${${file.slice(value)}}s\``)();
  file.leave(node, 'ttl is text that ends in s', "write ttl with its unit, e.g. '10s'");
  return undefined;
};

function isFieldOfVendor(node: ts.Node, checker: ts.TypeChecker): boolean {
  return ts.isPropertyAssignment(node) && fieldOfVendor(node, checker) !== undefined;
}

/** The field of a vendor's type that a property of an object fills. */
function fieldOfVendor(node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (!ts.isObjectLiteralExpression(node.parent) || ts.isComputedPropertyName(node.name)) return undefined;
  const wanted = checker.getContextualType(node.parent);
  const field = wanted && checker.getNonNullableType(wanted).getProperty(node.name.text);
  return field && vendorMember(field) ? field : undefined;
}
