import { ts } from 'ts-morph';
import { enclosingFunction } from '../program/client-flows.ts';
import { memberNameNode, vendorMember } from '../program/vendor-types.ts';

/** What is to be done about the vendor's verifier, over all files: all of its uses change, or none. */
export interface WebhookPlan {
  canChange: boolean;
  /** Calls that stay, and why. */
  problems: Map<ts.Node, string>;
  /** The raw body that each `parseEvent` reads. */
  rawBodies: Map<ts.Node, ts.Expression>;
}

const CLASS = 'ConversationCallbackWebhooks';
const PARSED = 'it gets the parsed body: the signature covers the bytes that came';

export function planWebhooks(files: readonly ts.SourceFile[], checker: ts.TypeChecker): WebhookPlan {
  const calls = files.flatMap((file) => webhookCalls(file, checker));
  const problems = new Map<ts.Node, string>();
  const rawBodies = new Map<ts.Node, ts.Expression>();
  for (const { node, name, isStatic } of calls) {
    if (name === 'validateAuthenticationHeader') {
      const body = node.arguments[1];
      if (!body || !isRaw(body, checker)) problems.set(node, PARSED);
      else if (!canAwait(node)) problems.set(node, 'verifying is asynchronous, and this function is not');
      continue;
    }
    const pair = isStatic ? undefined : calls.find((one) => one.name === 'validateAuthenticationHeader' && sameFunction(one.node, node));
    const raw = [node.arguments[0], pair?.node.arguments[1]].find((one) => one && isRaw(one, checker));
    if (raw) rawBodies.set(node, raw);
    else problems.set(node, PARSED);
  }
  const instanceCalls = calls.filter(({ isStatic }) => !isStatic);
  return { canChange: instanceCalls.every(({ node }) => !problems.has(node)), problems, rawBodies };
}

interface WebhookCall {
  node: ts.CallExpression;
  name: string;
  isStatic: boolean;
}

function webhookCalls(file: ts.SourceFile, checker: ts.TypeChecker): WebhookCall[] {
  const found: WebhookCall[] = [];
  const visit = (node: ts.Node) => {
    const call = webhookCall(node, checker);
    if (call) found.push(call);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A call of the vendor's verifier. */
export function webhookCall(node: ts.Node, checker: ts.TypeChecker): WebhookCall | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const name = memberNameNode(node.expression);
  const symbol = name && checker.getSymbolAtLocation(name);
  if (!name || vendorMember(symbol)?.owner !== CLASS) return undefined;
  const declaration = symbol?.valueDeclaration;
  const isStatic = declaration !== undefined && (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
  return { node, name: name.text, isStatic };
}

function sameFunction(one: ts.Node, other: ts.Node): boolean {
  return enclosingFunction(one) === enclosingFunction(other);
}

/** Bytes or text as they came: by their type, their name, or a parser of the framework that leaves them alone. */
function isRaw(body: ts.Expression, checker: ts.TypeChecker): boolean {
  if (/raw|buffer|bytes|\btext\b/i.test(body.getText())) return true;
  const type = checker.getTypeAtLocation(body);
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return true;
  return /\b(express|bodyParser)\.(raw|text)\(|\bparseAs:/.test(body.getSourceFile().text);
}

/** Can `await` stand here, once the function is made asynchronous? */
export function canAwait(node: ts.Node): boolean {
  const owner = enclosingFunction(node);
  if (!owner) return true;
  if (isAsync(owner)) return true;
  const isHandler = (ts.isArrowFunction(owner) || ts.isFunctionExpression(owner)) && ts.isCallExpression(owner.parent);
  return isHandler || (ts.isMethodDeclaration(owner) && ts.canHaveDecorators(owner) && (ts.getDecorators(owner)?.length ?? 0) > 0);
}

export function isAsync(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false);
}
