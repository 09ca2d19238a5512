import ts from 'typescript';
import type { ApiChange } from './api-change.ts';
import { compareDeclarations } from './compare-declarations.ts';
import { targetOf } from './declarations.ts';
import { findUse } from './find-use.ts';
import type { Reports } from './read-reports.ts';
import { createReportProgram, fileOf, type Side } from './report-program.ts';

/** What differs between two sets of reports, breaking changes first. */
export function compareReports(before: Reports, after: Reports, repository: string): ApiChange[] {
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter((entry) => before.get(entry) !== after.get(entry)).toSorted();
  if (differing.length === 0) return [];
  const program = createReportProgram(before, after, repository);
  const checker = program.getTypeChecker();
  const use = findUse(
    program,
    [...before.keys()].map((entry) => fileOf('before', entry)).concat([...after.keys()].map((entry) => fileOf('after', entry))),
  );
  const changes = differing.flatMap((entry) => {
    if (!after.has(entry)) return [{ entry, name: entry, breaking: true, text: 'the entry is removed' }];
    if (!before.has(entry)) return [{ entry, name: entry, breaking: false, text: 'the entry is new' }];
    const one = declarationsOf(program, 'before', entry);
    const other = declarationsOf(program, 'after', entry);
    const listed = compareExports(one.exported, other.exported);
    const inner = [...one.declared].flatMap(([name, old]) => {
      const now = other.declared.get(name);
      return now ? compareDeclarations(checker, use, name, old, now) : [];
    });
    return [...listed, ...inner].map((change) => ({ entry, ...change }));
  });
  return changes.toSorted((a, b) => Number(b.breaking) - Number(a.breaking));
}

interface Declarations {
  /** Exported names, and whether each is a value. */
  exported: Map<string, boolean>;
  /** Everything declared in the report, inner declarations too. */
  declared: Map<string, ts.Symbol>;
}

function declarationsOf(program: ts.Program, side: Side, entry: string): Declarations {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(fileOf(side, entry));
  const module = source && checker.getSymbolAtLocation(source);
  if (!source || !module) throw new Error(`[@convapi/codegen] The report of ${entry} cannot be read. Run "npm run api:update".`);
  const exported = checker.getExportsOfModule(module).map((symbol) => [symbol.name, isValue(checker, symbol)] as const);
  const declared = source.statements.flatMap(namesOf).flatMap((name) => {
    const symbol = checker.getSymbolAtLocation(name);
    return symbol ? [[name.text, symbol] as const] : [];
  });
  return { exported: new Map(exported), declared: new Map(declared) };
}

/** The names that a statement declares. */
function namesOf(statement: ts.Statement): ts.Identifier[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name] : []));
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement);
  if (isNamed || ts.isTypeAliasDeclaration(statement)) return statement.name ? [statement.name] : [];
  return [];
}

function isValue(checker: ts.TypeChecker, symbol: ts.Symbol): boolean {
  const isMarked = symbol.declarations?.some((one) => ts.isTypeOnlyExportDeclaration(one)) ?? false;
  return !isMarked && (targetOf(checker, symbol).flags & ts.SymbolFlags.Value) !== 0;
}

function compareExports(before: Map<string, boolean>, after: Map<string, boolean>): Omit<ApiChange, 'entry'>[] {
  const removed = [...before.keys()].filter((name) => !after.has(name)).map((name) => ({ name, breaking: true, text: 'removed' }));
  const added = [...after.keys()].filter((name) => !before.has(name)).map((name) => ({ name, breaking: false, text: 'added' }));
  const demoted = [...before]
    .filter(([name, wasValue]) => wasValue && after.get(name) === false)
    .map(([name]) => ({ name, breaking: true, text: 'was a value and is only a type now' }));
  return [...removed, ...added, ...demoted];
}
