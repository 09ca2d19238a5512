import { ts } from 'ts-morph';
import { VENDOR_PACKAGES } from '../vendor/declarations.ts';

/** One name that a file takes from elsewhere. */
export interface Binding {
  local: ts.Identifier;
  /** The node to take away when the name is no longer used. */
  element: ts.Node;
  /** Name in the package; `undefined` for all of it. */
  imported: string | undefined;
}

/** A statement that imports, in whatever form. */
export interface ImportStatement {
  node: ts.Node;
  specifier: string;
  bindings: Binding[];
  isRequire: boolean;
}

/** The imports of a file: `import`, `require` and `await import`. */
export function importsOf(source: ts.SourceFile): ImportStatement[] {
  const found: ImportStatement[] = [];
  const visit = (node: ts.Node) => {
    const one = toImport(node);
    if (one) found.push(one);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export function isVendorPackage(specifier: string): boolean {
  return VENDOR_PACKAGES.includes(specifier);
}

function toImport(node: ts.Node): ImportStatement | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { node, specifier: node.moduleSpecifier.text, bindings: clauseBindings(node.importClause), isRequire: false };
  }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    const { expression } = node.moduleReference;
    if (!ts.isStringLiteral(expression)) return undefined;
    return { node, specifier: expression.text, bindings: [{ local: node.name, element: node, imported: undefined }], isRequire: false };
  }
  if (!ts.isVariableDeclaration(node) || !node.initializer) return undefined;
  const specifier = requiredPackage(node.initializer);
  if (specifier === undefined) return undefined;
  const bindings = ts.isIdentifier(node.name) ? [{ local: node.name, element: node, imported: undefined }] : patternBindings(node.name);
  return { node, specifier, bindings, isRequire: true };
}

/** `require('…')` or `await import('…')`. */
function requiredPackage(node: ts.Expression): string | undefined {
  if (ts.isAwaitExpression(node)) return requiredPackage(node.expression);
  if (!ts.isCallExpression(node)) return undefined;
  const isRequire =
    (ts.isIdentifier(node.expression) && node.expression.text === 'require') || node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const [argument] = node.arguments;
  return isRequire && argument && ts.isStringLiteral(argument) ? argument.text : undefined;
}

function clauseBindings(clause: ts.ImportClause | undefined): Binding[] {
  if (!clause) return [];
  const names = clause.namedBindings;
  const whole = clause.name ? [{ local: clause.name, element: clause.name, imported: undefined }] : [];
  if (!names) return whole;
  if (ts.isNamespaceImport(names)) return [...whole, { local: names.name, element: names, imported: undefined }];
  return [...whole, ...names.elements.map((one) => ({ local: one.name, element: one, imported: (one.propertyName ?? one.name).text }))];
}

function patternBindings(pattern: ts.BindingName): Binding[] {
  if (!ts.isObjectBindingPattern(pattern)) return [];
  return pattern.elements.flatMap((one) =>
    ts.isIdentifier(one.name) ? [{ local: one.name, element: one, imported: (one.propertyName ?? one.name).getText() }] : [],
  );
}
