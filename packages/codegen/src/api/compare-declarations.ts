import ts from 'typescript';
import type { ApiChange } from './api-change.ts';
import { compareMembers } from './compare-members.ts';
import { shorten, textOf } from './declarations.ts';
import type { Use } from './find-use.ts';
import { judgeTypes } from './judge-types.ts';

type Change = Omit<ApiChange, 'entry'>;

/** What differs in a declaration. What it mentions is compared on its own, so only its own text counts here. */
export function compareDeclarations(
  checker: ts.TypeChecker,
  uses: Map<ts.Symbol, Use>,
  name: string,
  before: ts.Symbol,
  after: ts.Symbol,
): Change[] {
  if (textOf(before) === textOf(after)) return [];
  const use = joinUse(uses.get(before), uses.get(after));
  return [...compareValues(checker, name, before, after), ...compareTypes(checker, use, name, before, after)];
}

function joinUse(before: Use | undefined, after: Use | undefined): Use {
  if (!before && !after) return { given: true, got: true };
  return { given: Boolean(before?.given || after?.given), got: Boolean(before?.got || after?.got) };
}

/** Functions and constants: the new one must do wherever the old one did. */
function compareValues(checker: ts.TypeChecker, name: string, before: ts.Symbol, after: ts.Symbol): Change[] {
  const isPlain = (symbol: ts.Symbol) => (symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable)) !== 0;
  if (!isPlain(before) || !isPlain(after)) return [];
  const [old, now] = [checker.getTypeOfSymbol(before), checker.getTypeOfSymbol(after)];
  const verdict = judgeTypes(checker, old, now, { given: false, got: true });
  if (verdict === undefined) return [];
  return [{ name, ...verdict, text: `${verdict.text}: ${shorten(before)} → ${shorten(after)}` }];
}

function compareTypes(checker: ts.TypeChecker, use: Use, name: string, before: ts.Symbol, after: ts.Symbol): Change[] {
  if (!(before.flags & ts.SymbolFlags.Type) || !(after.flags & ts.SymbolFlags.Type)) return [];
  const [old, now] = [checker.getDeclaredTypeOfSymbol(before), checker.getDeclaredTypeOfSymbol(after)];
  if (hasMembers(old) && hasMembers(now)) return compareMembers(checker, use, name, old, now);
  const verdict = judgeTypes(checker, old, now, use);
  return verdict ? [{ name, ...verdict, text: `${verdict.text}: ${shorten(before)} → ${shorten(after)}` }] : [];
}

function hasMembers(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0 && type.getCallSignatures().length === 0;
}
