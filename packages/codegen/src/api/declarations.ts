import ts from 'typescript';

/** What an alias stands for in the end. */
export function targetOf(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Whether it is declared at the top of a module, so that it can be named from elsewhere. */
export function isModuleLevel(symbol: ts.Symbol): boolean {
  return (
    symbol.declarations?.some((one) => {
      const statement = ts.isVariableDeclaration(one) ? one.parent.parent : one;
      return statement.parent !== undefined && ts.isSourceFile(statement.parent) && ts.isExternalModule(statement.parent);
    }) ?? false
  );
}

/** The module that an imported or re-exported name comes from, when that is another package. */
export function specifierOf(symbol: ts.Symbol): string | undefined {
  for (const declaration of symbol.declarations ?? []) {
    const from = ts.findAncestor(declaration, (node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node));
    const specifier = from && (ts.isImportDeclaration(from) || ts.isExportDeclaration(from)) ? from.moduleSpecifier : undefined;
    if (specifier && ts.isStringLiteral(specifier) && !specifier.text.startsWith('.')) return specifier.text;
  }
  return undefined;
}

/** A name that must be there. */
export function nameIn(names: Map<ts.Symbol, string>, symbol: ts.Symbol): string {
  return names.get(symbol) ?? symbol.name;
}

/** The text of a node with some pieces replaced, the later ones first. */
export function textWith(node: ts.Node, edits: { start: number; end: number; text: string }[]): string {
  const start = node.getStart();
  let text = node.getSourceFile().text.slice(start, node.end);
  for (const edit of edits.toSorted((a, b) => b.start - a.start))
    text = text.slice(0, edit.start - start) + edit.text + text.slice(edit.end - start);
  return text;
}

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

/** A declaration as the compiler prints it: no comments, no `export`, no privates, which customers cannot reach. */
export function stripComments(text: string): string {
  const file = ts.createSourceFile('a.d.ts', text, ts.ScriptTarget.Latest, true);
  const { transformed } = ts.transform(file, [toPlain]);
  const plain = transformed[0] ?? file;
  return printer
    .printFile(plain)
    .replace(/^export (default )?/gm, '')
    .trim();
}

const toPlain: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (ts.isClassElement(node) && isPrivate(node)) return undefined;
    return ts.visitEachChild(node, visit, context);
  };
  return ts.visitEachChild(file, visit, context);
};

function isPrivate(node: ts.ClassElement): boolean {
  const isHash = node.name !== undefined && ts.isPrivateIdentifier(node.name);
  return (
    isHash || (ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.PrivateKeyword) ?? false))
  );
}

/** All declarations of a symbol, as they are written. */
export function textOf(symbol: ts.Symbol): string {
  return (symbol.declarations ?? []).map((one) => one.getText()).join('\n');
}

const LONGEST = 160;

/** The same on one line. */
export function shorten(symbol: ts.Symbol): string {
  const text = textOf(symbol).replace(/\s+/g, ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
