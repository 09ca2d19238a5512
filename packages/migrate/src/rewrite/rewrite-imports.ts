import { ts } from 'ts-morph';
import { indentOf } from '../rules/layout.ts';
import type { Context } from '../rules/rule.ts';
import type { FileEdits } from './file-edits.ts';
import { type Binding, type ImportStatement, importsOf, isVendorPackage } from './vendor-imports.ts';

/** Takes away the vendor's imports that are no longer used, and adds those of ours. */
export function rewriteImports({ file, checker }: Context): void {
  const statements = importsOf(file.source);
  const gone = new Map(statements.map((one) => [one, one.bindings.filter((binding) => isGone(binding))] as const));
  const place =
    statements.find((one) => isVendorPackage(one.specifier)) ?? statements.find((one) => gone.get(one)?.length) ?? statements.at(-1);
  const lines = place ? ownImports(file, place, statements) : [];
  for (const statement of statements) {
    const removed = gone.get(statement) ?? [];
    const added = statement === place ? lines : [];
    const isAll = removed.length > 0 && removed.length === statement.bindings.length;
    if (isAll) replaceStatement(file, statement, added);
    else {
      removeBindings(file, statement, removed);
      if (added.length > 0) file.text.appendLeft(statementOf(statement.node).getEnd(), join(file, statement, added, true));
    }
  }
  if (!place && file.needs.size > 0) file.text.prepend(`${ownImports(file, undefined, []).join('\n')}\n`);

  /** Was it used, and is every use rewritten? */
  function isGone({ local }: Binding): boolean {
    const symbol = checker.getSymbolAtLocation(local);
    const uses = usesOf(file.source, local, symbol, checker);
    return uses.length > 0 && uses.every((one) => file.consumed.has(one));
  }
}

function usesOf(source: ts.SourceFile, local: ts.Identifier, symbol: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node) && node !== local && node.text === local.text && !isMemberName(node) && isSame(node)) found.push(node);
    for (const comment of (node as { jsDoc?: ts.JSDoc[] }).jsDoc ?? []) visit(comment);
    ts.forEachChild(node, visit);
  };
  const isSame = (node: ts.Identifier) => {
    if (ts.isShorthandPropertyAssignment(node.parent)) return checker.getShorthandAssignmentValueSymbol(node.parent) === symbol;
    if (ts.isExportSpecifier(node.parent)) return checker.getExportSpecifierLocalTargetSymbol(node.parent) === symbol;
    return checker.getSymbolAtLocation(node) === symbol;
  };
  visit(source);
  return found;
}

function isMemberName(node: ts.Identifier): boolean {
  return (
    (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
    (ts.isQualifiedName(node.parent) && node.parent.right === node)
  );
}

function removeBindings(file: FileEdits, { bindings }: ImportStatement, removed: readonly Binding[]): void {
  const kept = bindings.filter((one) => !removed.includes(one));
  for (const { element } of removed) {
    // with the comma behind it, or before it for the last
    const after = /^\s*,[ \t]*(\r?\n)?/.exec(file.source.text.slice(element.getEnd()));
    const isLast = bindings.at(-1)?.element === element && kept.length > 0;
    const before = isLast ? (/,\s*$/.exec(file.source.text.slice(0, element.getStart()))?.[0].length ?? 0) : 0;
    const lineStart = file.source.text.slice(0, element.getStart()).match(/\n[ \t]*$/)?.[0].length ?? 0;
    const start = element.getStart() - (before || (after?.[1] ? lineStart - 1 : 0));
    file.text.remove(start, element.getEnd() + (after && !isLast ? after[0].length : 0));
  }
}

function replaceStatement(file: FileEdits, statement: ImportStatement, lines: string[]): void {
  const node = statementOf(statement.node);
  if (lines.length > 0) {
    file.text.overwrite(node.getStart(), node.getEnd(), join(file, statement, lines, false));
    return;
  }
  const lineEnd = /^[ \t]*\r?\n/.exec(file.source.text.slice(node.getEnd()))?.[0].length ?? 0;
  file.text.remove(node.getStart(), node.getEnd() + lineEnd);
}

function join(file: FileEdits, { node }: ImportStatement, lines: string[], isBehind: boolean): string {
  const separator = `\n${indentOf(file.source, statementOf(node).getStart())}`;
  return `${isBehind ? separator : ''}${lines.join(separator)}`;
}

function statementOf(node: ts.Node): ts.Node {
  if (!ts.isVariableDeclaration(node) || !ts.isVariableDeclarationList(node.parent)) return node;
  return node.parent.declarations.length === 1 ? node.parent.parent : node;
}

/** Our imports as the file writes its own: quotes, semicolons, `require`. */
function ownImports(file: FileEdits, like: ImportStatement | undefined, statements: readonly ImportStatement[]): string[] {
  const text = like ? statementOf(like.node).getText() : `import '';`;
  const quote = text.includes('"') ? '"' : "'";
  const end = text.endsWith(';') ? ';' : '';
  return [...file.needs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([from, names]) => {
      const known = new Set(
        statements.filter(({ specifier }) => specifier === from).flatMap(({ bindings }) => bindings.map(({ local }) => local.text)),
      );
      const wanted = [...names]
        .filter(([, { local }]) => !known.has(local))
        .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
      if (wanted.length === 0) return [];
      const target = `${quote}${from}${quote}`;
      if (like?.isRequire) {
        const load = text.includes('await import(') ? `await import(${target})` : `require(${target})`;
        return [`const { ${wanted.map(([name, { local }]) => (name === local ? name : `${name}: ${local}`)).join(', ')} } = ${load}${end}`];
      }
      const onlyTypes = wanted.every(([, { isType }]) => isType);
      const list = wanted.map(
        ([name, { local, isType }]) => `${isType && !onlyTypes ? 'type ' : ''}${name === local ? name : `${name} as ${local}`}`,
      );
      return [`import ${onlyTypes ? 'type ' : ''}{ ${list.join(', ')} } from ${target}${end}`];
    });
}
