import { ts } from 'ts-morph';
import { isSimple, memberNameNode, vendorMember } from '../program/vendor-types.ts';
import { TODO } from '../rewrite/file-edits.ts';
import type { Call } from '../table/call.ts';
import { CALLS } from '../table/calls.ts';
import { apiOf } from '../vendor/declarations.ts';
import { vendorClientOf } from './clients.ts';
import { freezeChain } from './freeze-chain.ts';
import { dedent, indentOf } from './layout.ts';
import type { Context, Rule } from './rule.ts';

const BY_MEMBER: ReadonlyMap<string, Call> = new Map(
  CALLS.flatMap((one) =>
    [one.vendor.method, ...one.variants.map(({ method }) => method)].map(
      (method) => [`${apiOf(one.vendor.resource)}.${method}`, one] as const,
    ),
  ),
);

/** Why a call stays. */
interface Problem {
  why: string;
  todo: string;
}
type Plan = Problem | (() => void);

/** The row of the table that a call is of, and the node of its name. */
export function vendorCall(node: ts.Node, checker: ts.TypeChecker): { call: Call; name: ts.Node } | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const name = memberNameNode(node.expression);
  const member = name && vendorMember(checker.getSymbolAtLocation(name));
  const call = member && BY_MEMBER.get(`${member.owner}.${member.name}`);
  return call && name ? { call, name } : undefined;
}

/** `messages.get({ message_id, messages_source })` → `messages.get(message_id, { messages_source })`. */
export const rewriteCall: Rule = (node, context) => {
  const found = vendorCall(node, context.checker);
  if (!found || !ts.isCallExpression(node)) return undefined;
  const { call, name } = found;
  context.counts.found += 1;
  const plan = vendorClientOf(node.expression, context) ?? planArguments(call, node, context);
  if (typeof plan !== 'function') {
    context.counts.left += 1;
    context.file.leave(node, plan.why, plan.todo);
    freezeChain(node.expression, context);
    return undefined;
  }
  return () => {
    context.counts.rewritten += 1;
    if (call.ours.method !== call.vendor.method || name.getText() !== call.ours.method) {
      context.file.replace(name, ts.isStringLiteralLike(name) ? `'${call.ours.method}'` : call.ours.method);
    }
    plan();
  };
};

function planArguments(call: Call, node: ts.CallExpression, context: Context): Plan {
  const { file } = context;
  const [argument] = node.arguments;
  if (argument === undefined) return () => {};
  if (ts.isSpreadElement(argument)) return elsewhere(call);
  const literal = literalOf(argument);
  if (literal) return planLiteral(call, argument, literal, context);
  const takesQuery = call.query.length > 0;
  if (call.path.length === 0 && !call.body) {
    if (takesQuery) return () => {};
    return isSimple(argument) ? () => file.replace(argument, '') : elsewhere(call);
  }
  if (hasNumericTtl(call, argument, context)) {
    return { why: 'ttl is a number', todo: "write ttl as text with its unit, e.g. ttl: '10s', and pass the body" };
  }
  if (isSimple(argument)) return () => file.replace(argument, partsOf(call, file.slice(argument), argument, context));
  if (call.path.length === 0 && call.body && !takesQuery) {
    const { key } = call.body;
    return () =>
      file.replace(argument, ts.isCallExpression(argument) ? `${file.slice(argument)}.${key}` : `(${file.slice(argument)}).${key}`);
  }
  return elsewhere(call);
}

function elsewhere({ ours, path, body, query }: Call): Problem {
  const places = [...path, ...(body ? ['body'] : []), ...(query.length > 0 ? ['query'] : [])].join(', ');
  return { why: 'its argument is put together elsewhere', todo: `call ${ours.resource}.${ours.method}(${places})` };
}

/** `{ … }`, also in parentheses or with `as` behind it. */
function literalOf(node: ts.Expression): ts.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(node)) return node;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return literalOf(node.expression);
  return undefined;
}

/** `data` → `data.message_id, data.updateMessageRequestBody, { messages_source: data.messages_source }`. */
function partsOf({ path, body, idInBody, query }: Call, data: string, node: ts.Expression, { checker }: Context): string {
  const type = checker.getTypeAtLocation(node);
  const isAny = (type.flags & ts.TypeFlags.Any) !== 0;
  const written = writtenKeys(node, checker);
  const used = query.filter((key) => (written ? written.includes(key) : isAny || type.getProperty(key) !== undefined));
  const options = used.map((key) => `${key}: ${data}.${key}`).join(', ');
  const bodyOf = (key: string) => (idInBody ? `{ ...${data}.${key}, id: ${data}.${idInBody} }` : `${data}.${key}`);
  return [...path.map((key) => `${data}.${key}`), ...(body ? [bodyOf(body.key)] : []), ...(options ? [`{ ${options} }`] : [])].join(', ');
}

/** The keys of a constant that is written as an object, where they are all that it has. */
function writtenKeys(node: ts.Expression, checker: ts.TypeChecker): string[] | undefined {
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return undefined;
  const literal = literalOf(declaration.initializer);
  const isWhole = literal?.properties.every((one) => ts.isPropertyAssignment(one) || ts.isShorthandPropertyAssignment(one));
  return isWhole && !isFilledLater(declaration) ? literal?.properties.map((one) => one.name?.getText() ?? '') : undefined;
}

/** `data.page_token = …` after the declaration. */
function isFilledLater({ name }: ts.VariableDeclaration): boolean {
  const text = name.getText();
  return new RegExp(`\\b${text.replace(/\$/g, '\\$')}(\\.\\w+|\\[[^\\]]+\\])\\s*=[^=]`).test(name.getSourceFile().text);
}

function hasNumericTtl({ body }: Call, argument: ts.Expression, { checker }: Context): boolean {
  const bodySymbol = body && checker.getTypeAtLocation(argument).getProperty(body.key);
  const ttl = bodySymbol && checker.getTypeOfSymbolAtLocation(bodySymbol, argument).getProperty('ttl');
  return ttl !== undefined && (checker.getTypeOfSymbolAtLocation(ttl, argument).flags & ts.TypeFlags.NumberLike) !== 0;
}

function planLiteral(call: Call, argument: ts.Expression, literal: ts.ObjectLiteralExpression, context: Context): Plan {
  const { path, body, query } = call;
  const { file } = context;
  if (path.length === 0 && !body) {
    if (query.length > 0) return () => {};
    return literal.properties.length === 0 ? () => file.replace(argument, '') : elsewhere(call);
  }
  const properties = new Map<string, ts.PropertyAssignment | ts.ShorthandPropertyAssignment>();
  for (const property of literal.properties) {
    if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) return elsewhere(call);
    if (ts.isComputedPropertyName(property.name)) return elsewhere(call);
    properties.set(property.name.text, property);
  }
  const known = [...path, ...(body ? [body.key] : []), ...query];
  const unknown = [...properties.keys()].find((key) => !known.includes(key));
  if (unknown) return { why: `${unknown} is no part of this call`, todo: `look where ${unknown} belongs` };
  const absent = path.find((key) => !properties.has(key));
  if (absent) return { why: `${absent} is missing`, todo: `pass ${absent} first` };
  return () => {
    const value = (key: string) => {
      const property = properties.get(key);
      return property ? valueText(property, argument, context) : '{}';
    };
    const given = query.flatMap((key) => properties.get(key) ?? []);
    const options = given.map((property) => file.slice(property)).join(', ');
    const withId = (text: string) =>
      call.idInBody && !/^\{\s*id\b/.test(text) ? text.replace(/^\{/, `{ id: ${value(call.idInBody)},`) : text;
    const parts = [...path.map(value), ...(body ? [withId(value(body.key))] : []), ...(options ? [`{ ${options} }`] : [])];
    file.replace(argument, parts.join(', '));
  };
}

/** The value of a property one step further out, with the comments above the property. */
function valueText(property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment, argument: ts.Expression, { file }: Context): string {
  const { source } = file;
  const outer = indentOf(source, argument.getStart());
  const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
  const text = dedent(file.slice(value), value, indentOf(source, property.getStart()).length - outer.length);
  const comments = ts.getLeadingCommentRanges(source.text, property.pos) ?? [];
  const kept = comments.map(({ pos, end }) => source.text.slice(pos, end)).filter((comment) => !comment.startsWith(TODO));
  if (kept.length === 0) return text;
  const indent = `\n${outer}  `;
  return `${kept.map((comment) => `${indent}${comment}`).join('')}${indent}${text.replaceAll('\n', '\n  ')}`;
}
