import { dirname } from 'node:path';
import ts from 'typescript';
import { isModuleLevel, nameIn, specifierOf, stripComments, targetOf, textWith } from './declarations.ts';

/** What is gathered while an entry is walked. */
interface Walk {
  checker: ts.TypeChecker;
  /** Folder of the package's declarations. */
  folder: string;
  /** Name of each declaration in the report. */
  names: Map<ts.Symbol, string>;
  /** Names of other packages, by where they come from. */
  imports: Map<string, Set<string>>;
  /** Text in the report, by name. */
  texts: Map<string, string>;
  augmentations: Set<string>;
}

/**
 * All that customers can see through an entry, in one text that the compiler takes: exported declarations and those that
 * they mention, in order of their names, without comments.
 *
 * @throws Error when the entry cannot be read.
 */
export function flattenEntry(program: ts.Program, file: string, folder = dirname(file)): string {
  const source = program.getSourceFile(file);
  const checker = program.getTypeChecker();
  const module = source && checker.getSymbolAtLocation(source);
  if (!source || !module) throw new Error(`[@convapi/codegen] ${file} is not there or exports nothing. Build the packages first.`);
  const walk: Walk = { checker, folder, names: new Map(), imports: new Map(), texts: new Map(), augmentations: new Set() };
  const exported = checker.getExportsOfModule(module).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const lists = new Map<string, string[]>();
  const list = (key: string, item: string) => lists.set(key, [...(lists.get(key) ?? []), item]);
  // Exported names first, so that an inner declaration of the same name is the one that gets another.
  for (const symbol of exported) {
    const target = targetOf(checker, symbol);
    if (isOwn(walk, target) && !walk.names.has(target)) walk.names.set(target, symbol.name);
  }
  for (const symbol of exported) {
    const target = targetOf(checker, symbol);
    if (!isOwn(walk, target)) list(`export { … } from '${specifierOf(symbol) ?? '?'}'`, symbol.name);
    else list(isTypeOnly(symbol, target) ? 'export type { … }' : 'export { … }', exportedAs(nameIn(walk.names, target), symbol.name));
    if (isOwn(walk, target)) include(walk, target);
  }
  for (const statement of source.statements) if (isAugmentation(statement)) augment(walk, statement);
  return assemble(walk, lists);
}

function exportedAs(name: string, exported: string): string {
  return name === exported ? name : `${name} as ${exported}`;
}

function isOwn({ folder }: Walk, symbol: ts.Symbol): boolean {
  return symbol.declarations?.some((one) => one.getSourceFile().fileName.startsWith(`${folder}/`)) ?? false;
}

function isTypeOnly(symbol: ts.Symbol, target: ts.Symbol): boolean {
  const isMarked = symbol.declarations?.some((one) => ts.isTypeOnlyExportDeclaration(one)) ?? false;
  return isMarked || (target.flags & ts.SymbolFlags.Value) === 0;
}

function isAugmentation(node: ts.Statement): node is ts.ModuleDeclaration {
  return ts.isModuleDeclaration(node) && (ts.isStringLiteral(node.name) || (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0);
}

function augment(walk: Walk, node: ts.ModuleDeclaration): void {
  walk.augmentations.add(declarationText(walk, node));
}

/** Puts a declaration of the package, and what it mentions, into the report. */
function include(walk: Walk, symbol: ts.Symbol): void {
  if (!walk.names.has(symbol)) walk.names.set(symbol, freeName(walk, symbol.name));
  const name = nameIn(walk.names, symbol);
  if (walk.texts.has(name)) return;
  walk.texts.set(name, '');
  const declarations = (symbol.declarations ?? []).map((one) => (ts.isVariableDeclaration(one) ? one.parent.parent : one));
  for (const file of new Set(declarations.map((one) => one.getSourceFile())))
    for (const statement of file.statements) if (isAugmentation(statement)) augment(walk, statement);
  walk.texts.set(name, [...new Set(declarations)].map((one) => declarationText(walk, one)).join('\n'));
}

function freeName({ names }: Walk, wanted: string): string {
  const taken = new Set(names.values());
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}_${number}`;
  return name;
}

/** The text of a declaration with the names of the report; what it mentions is included on the way. */
function declarationText(walk: Walk, node: ts.Node): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (at: ts.Node): void => {
    if (ts.isImportTypeNode(at) && ts.isLiteralTypeNode(at.argument)) {
      const symbol = at.qualifier && walk.checker.getSymbolAtLocation(at.qualifier);
      const name = symbol && mention(walk, targetOf(walk.checker, symbol), undefined);
      if (name !== undefined && at.qualifier)
        edits.push({ start: at.getStart(), end: at.qualifier.end, text: at.isTypeOf ? `typeof ${name}` : name });
      at.typeArguments?.forEach(visit);
      return;
    }
    // `global` of `declare global` is a word of the language there, and no name of the package
    if (ts.isIdentifier(at) && !(ts.isModuleDeclaration(at.parent) && at.parent.name === at)) {
      const symbol = walk.checker.getSymbolAtLocation(at);
      const name = symbol && mention(walk, targetOf(walk.checker, symbol), symbol);
      if (name !== undefined && name !== at.text) edits.push({ start: at.getStart(), end: at.end, text: name });
    }
    ts.forEachChild(at, visit);
  };
  visit(node);
  return stripComments(textWith(node, edits));
}

/** Its name in the report, for what stands at the top of a module; undefined for the rest, such as properties. */
function mention(walk: Walk, target: ts.Symbol, local: ts.Symbol | undefined): string | undefined {
  if (!isModuleLevel(target)) return undefined;
  if (isOwn(walk, target)) {
    include(walk, target);
    return nameIn(walk.names, target);
  }
  const from = local && specifierOf(local);
  if (from === undefined || local === undefined) return undefined;
  walk.imports.set(from, (walk.imports.get(from) ?? new Set()).add(exportedAs(target.name, local.name)));
  return undefined;
}

/** One a line, so that a difference shows one name. */
function lines(items: string[]): string {
  return items.map((item) => `  ${item},\n`).join('');
}

function assemble({ imports, texts, augmentations }: Walk, lists: Map<string, string[]>): string {
  const sorted = (items: Iterable<string>) => [...items].toSorted();
  return [
    '// Generated by "pnpm api:update". Do not edit: it is what customers see, and a change here is a change for them.',
    ...sorted(imports.keys()).map((from) => `import type {\n${lines(sorted(imports.get(from) ?? []))}} from '${from}';`),
    ...sorted(texts.keys()).map((name) => `\n${texts.get(name) ?? ''}`),
    ...sorted(augmentations).map((text) => `\n${text}`),
    '',
    ...sorted(lists.keys()).map((key) => `${key.replace('{ … }', `{\n${lines(lists.get(key) ?? [])}}`)};`),
    ...(lists.size === 0 ? ['export {};'] : []),
    '',
  ].join('\n');
}
