import MagicString from 'magic-string';
import { ts } from 'ts-morph';
import type { TypeText } from '../table/type-names.ts';

/** Something that was left as it was. */
export interface Left {
  /** Line in the file before the change, from 1. */
  line: number;
  /** The code, on one line. */
  what: string;
  why: string;
  /** What to do, as the comment in the file says. */
  todo: string;
}

/** Our names that a file needs, by package; `type` where nothing but types use them. */
export type Needs = Map<string, Map<string, { local: string; isType: boolean }>>;

export const TODO = '// TODO(convapi): ';
const SHOWN_CHARS = 120;

export interface FileEdits {
  source: ts.SourceFile;
  text: MagicString;
  needs: Needs;
  left: Left[];
  /** Identifiers of vendor's imports that are no longer used after the rewriting. */
  consumed: Set<ts.Node>;
  /** Nodes that stay as they are. */
  frozen: Set<ts.Node>;
  isTypeScript: boolean;
  /** Types are checked: TypeScript, and JavaScript that asks for it. */
  isChecked: boolean;
  /** The text of a node as it is by now. */
  slice(node: ts.Node): string;
  replace(node: ts.Node, text: string): void;
  /** Local name of something of ours, which is then imported. */
  need(from: string, name: string, isType?: boolean): string;
  typeText(type: TypeText): string;
  leave(node: ts.Node, why: string, todo: string): void;
}

export function createFileEdits(source: ts.SourceFile, checkJs = false): FileEdits {
  const text = new MagicString(source.text);
  const isTypeScript = /\.[cm]?tsx?$/.test(source.fileName);
  const needs: Needs = new Map();
  const left: Left[] = [];
  const taken = declaredNames(source);
  const comments = new Set<number>();

  function need(from: string, name: string, isType = false): string {
    const names = needs.get(from) ?? new Map();
    needs.set(from, names);
    const known = names.get(name);
    const local = known?.local ?? (taken.has(name) ? `${name}Of${isType ? 'Api' : 'Convapi'}` : name);
    names.set(name, { local, isType: isType && (known?.isType ?? true) });
    return local;
  }

  function leave(node: ts.Node, why: string, todo: string): void {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    const what = node.getText().replace(/\s+/g, ' ');
    left.push({ line: line + 1, what: what.length > SHOWN_CHARS ? `${what.slice(0, SHOWN_CHARS)}…` : what, why, todo });
    const at = commentPosition(node);
    const before = source.text.slice(0, at);
    const comment = `${TODO}${todo}`;
    if (before.trimEnd().endsWith(comment) || comments.has(at)) return;
    comments.add(at);
    const indent = before.slice(before.lastIndexOf('\n') + 1);
    text.appendLeft(at, `${comment}\n${indent}`);
  }

  return {
    source,
    text,
    needs,
    left,
    consumed: new Set(),
    frozen: new Set(),
    isTypeScript,
    isChecked: isTypeScript || checkJs || /^\s*\/\/\s*@ts-check/m.test(source.text),
    slice: (node) => text.slice(node.getStart(), node.getEnd()),
    replace: (node, content) => text.overwrite(node.getStart(), node.getEnd(), content),
    need,
    typeText: ({ parts }) => parts.map((part) => (typeof part === 'string' ? part : need(part.from, part.name, true))).join(''),
    leave,
  };

  /** Start of the first thing on its line that holds the node. */
  function commentPosition(node: ts.Node): number {
    for (let one: ts.Node = node; one.parent; one = one.parent) {
      const start = one.getStart(source);
      const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
      const isPlace =
        ts.isStatement(one) || ts.isClassElement(one) || ts.isParameter(one) || ts.isBlock(one.parent) || ts.isObjectLiteralElement(one);
      if (isPlace && !ts.isBlock(one) && source.text.slice(lineStart, start).trim() === '') return start;
    }
    return source.getStart();
  }
}

/** Names that the file gives to something of its own. */
function declaredNames(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node) => {
    const { name } = node as { name?: ts.Node };
    const declares = ts.isVariableDeclaration(node) || ts.isBindingElement(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node);
    const isType =
      ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isEnumDeclaration(node);
    const isImport = ts.isImportSpecifier(node) || ts.isNamespaceImport(node) || ts.isImportClause(node);
    if ((declares || isType || isImport) && name && ts.isIdentifier(name)) names.add(name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}
