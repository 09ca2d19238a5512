import { ts } from 'ts-morph';
import { bare, memberNameNode, resolved, vendorTypeName } from './vendor-types.ts';

/** What becomes of a `SinchClient`: it only serves conversations, it serves other domains too, or none of ours. */
export type ClientUse = 'conversation' | 'both' | 'other';

export interface ClientFlows {
  useOf(expression: ts.Expression): ClientUse;
  useOfDeclaration(node: ts.Node): ClientUse;
  useOfSymbol(symbol: ts.Symbol | undefined): ClientUse;
  /** Every client of the vendor's becomes ours. */
  allConversation: boolean;
  /** At least one becomes ours, or gets ours beside it. */
  anyConversation: boolean;
}

type Key = ts.Symbol | ts.Node;

/**
 * Follows each `SinchClient` through variables, properties, parameters and results, over all files: only one whose every use is
 * `.conversation` can become our client.
 */
export function followClients(files: readonly ts.SourceFile[], checker: ts.TypeChecker): ClientFlows {
  const parents = new Map<Key, Key>();
  const conversations = new Set<Key>();
  const others = new Set<Key>();
  const created = new Set<Key>();

  const find = (key: Key): Key => {
    const parent = parents.get(key);
    return parent === undefined ? key : find(parent);
  };
  const join = (one: Key | undefined, other: Key | undefined) => {
    if (!one || !other) return;
    const [a, b] = [find(one), find(other)];
    if (a !== b) parents.set(a, b);
  };
  const isClient = (node: ts.Node) => vendorTypeName(awaited(checker.getTypeAtLocation(node))) === 'SinchClient';
  const keyOf = (expression: ts.Expression): Key | undefined => {
    const node = bare(expression);
    if (ts.isNewExpression(node)) return node;
    if (ts.isCallExpression(node)) return checker.getResolvedSignature(node)?.declaration;
    const name = ts.isIdentifier(node) ? node : memberNameNode(node);
    return name && resolved(checker, name);
  };

  for (const file of files) visit(file);
  const useOfKey = (key: Key | undefined): ClientUse => {
    if (!key) return 'other';
    const root = find(key);
    const isIn = (set: Set<Key>) => [...set].some((one) => find(one) === root);
    if (!isIn(conversations)) return 'other';
    return isIn(others) ? 'both' : 'conversation';
  };
  return {
    useOf: (expression) => useOfKey(keyOf(expression)),
    useOfDeclaration: (node) => useOfKey(ts.isFunctionLike(node) ? node : (node as { symbol?: ts.Symbol }).symbol),
    useOfSymbol: useOfKey,
    anyConversation: conversations.size > 0,
    allConversation: others.size === 0 && [...created].every((one) => useOfKey(one) === 'conversation'),
  };

  function visit(node: ts.Node): void {
    if (ts.isNewExpression(node) && vendorTypeName(checker.getTypeAtLocation(node)) === 'SinchClient') created.add(node);
    noteUse(node);
    noteFlow(node);
    ts.forEachChild(node, visit);
  }

  /** `client.conversation`, `client.sms`, `const { sms } = client`. */
  function noteUse(node: ts.Node): void {
    if ((ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) && isClient(node.expression)) {
      note(keyOf(node.expression), memberNameNode(node)?.text);
    }
    if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer && isClient(node.initializer)) {
      for (const element of node.name.elements) note(keyOf(node.initializer), (element.propertyName ?? element.name).getText());
    }
  }

  function note(key: Key | undefined, member: string | undefined): void {
    if (key) (member === 'conversation' ? conversations : others).add(key);
  }

  function noteFlow(node: ts.Node): void {
    if (
      (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isParameter(node)) &&
      node.initializer &&
      isClient(node.initializer)
    ) {
      if (!ts.isObjectBindingPattern(node.name)) join(resolved(checker, node.name), keyOf(node.initializer));
    }
    if (ts.isParameter(node) && isClient(node)) joinParameterProperty(node);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && isClient(node.right)) {
      join(keyOf(node.left), keyOf(node.right));
    }
    if (ts.isReturnStatement(node) && node.expression && isClient(node.expression)) join(enclosingFunction(node), keyOf(node.expression));
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body) && isClient(node.body)) join(node, keyOf(node.body));
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) noteArguments(node);
    if (ts.isPropertyAssignment(node) && isClient(node.initializer)) join(resolved(checker, node.name), keyOf(node.initializer));
    if (ts.isShorthandPropertyAssignment(node) && isClient(node.name)) {
      join(checker.getSymbolAtLocation(node.name), checker.getShorthandAssignmentValueSymbol(node));
    }
    if (ts.isBindingElement(node) && isClient(node)) joinBinding(node);
    if (ts.isExportAssignment(node) && isClient(node.expression)) join((node as { symbol?: ts.Symbol }).symbol, keyOf(node.expression));
  }

  function joinParameterProperty(node: ts.ParameterDeclaration): void {
    if (!ts.isIdentifier(node.name) || !ts.isParameterPropertyDeclaration(node, node.parent)) return;
    const [parameter, property] = checker.getSymbolsOfParameterPropertyDeclaration(node, node.name.text);
    join(parameter, property);
  }

  function joinBinding(node: ts.BindingElement): void {
    const name = (node.propertyName ?? node.name).getText();
    const from = checker.getTypeAtLocation(node.parent).getProperty(name);
    if (ts.isIdentifier(node.name)) join(resolved(checker, node.name), from);
  }

  /** A client that is handed to code which is not there to be read may be used for anything. */
  function noteArguments(node: ts.CallExpression | ts.NewExpression): void {
    const parameters = checker.getResolvedSignature(node)?.parameters ?? [];
    node.arguments?.forEach((argument, index) => {
      if (!isClient(argument)) return;
      const key = keyOf(argument);
      const parameter = parameters[index];
      const declaration = parameter?.valueDeclaration;
      if (parameter && declaration && isClient(declaration)) join(parameter, key);
      else if (key) others.add(key);
    });
  }

  function awaited(type: ts.Type): ts.Type {
    return type.symbol?.name === 'Promise' ? ((type as ts.TypeReference).typeArguments?.[0] ?? type) : type;
  }
}

export function enclosingFunction(node: ts.Node): ts.SignatureDeclaration | undefined {
  for (let one: ts.Node | undefined = node.parent; one; one = one.parent) if (ts.isFunctionLike(one)) return one;
  return undefined;
}
