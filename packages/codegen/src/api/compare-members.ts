import ts from 'typescript';
import type { ApiChange } from './api-change.ts';
import { shorten } from './declarations.ts';
import type { Use } from './find-use.ts';
import { judgeTypes } from './judge-types.ts';

type Change = Omit<ApiChange, 'entry'>;

/** Property by property, the constructor of a class included. */
export function compareMembers(checker: ts.TypeChecker, use: Use, name: string, before: ts.Type, after: ts.Type): Change[] {
  const old = new Map(checker.getPropertiesOfType(before).map((one) => [one.name, one]));
  const now = new Map(checker.getPropertiesOfType(after).map((one) => [one.name, one]));
  const removed = [...old.keys()]
    .filter((key) => !now.has(key))
    .map((key) => ({ name: `${name}.${key}`, breaking: true, text: 'removed' }));
  const added = [...now].filter(([key]) => !old.has(key)).map(([key, member]) => judgeAdded(use, `${name}.${key}`, member));
  const kept = [...old].flatMap(([key, member]) => {
    const next = now.get(key);
    return next ? compareMember(checker, use, `${name}.${key}`, member, next) : [];
  });
  return [...removed, ...added, ...kept, ...compareConstructors(checker, name, before, after)];
}

function judgeAdded(use: Use, name: string, member: ts.Symbol): Change {
  if (isOptional(member)) return { name, breaking: false, text: 'added, optional' };
  return { name, breaking: use.given, text: use.given ? 'added, and customers who give it must have it' : 'added' };
}

function compareMember(checker: ts.TypeChecker, use: Use, name: string, before: ts.Symbol, after: ts.Symbol): Change[] {
  const changes: Change[] = [];
  if (isOptional(before) && !isOptional(after)) changes.push({ name, breaking: use.given, text: 'was optional and is required' });
  if (!isOptional(before) && isOptional(after)) changes.push({ name, breaking: use.got, text: 'was always there and is optional' });
  if (shorten(before).replace(/\?:/, ':') === shorten(after).replace(/\?:/, ':')) return changes;
  const [old, now] = [
    checker.getNonNullableType(checker.getTypeOfSymbol(before)),
    checker.getNonNullableType(checker.getTypeOfSymbol(after)),
  ];
  const verdict = judgeTypes(checker, old, now, use);
  if (verdict) changes.push({ name, ...verdict, text: `${verdict.text}: ${shorten(before)} → ${shorten(after)}` });
  return changes;
}

function isOptional(member: ts.Symbol): boolean {
  return (member.flags & ts.SymbolFlags.Optional) !== 0;
}

/** What must be given to make one. Parameter by parameter, because two copies of a class are never the same type. */
function compareConstructors(checker: ts.TypeChecker, name: string, before: ts.Type, after: ts.Type): Change[] {
  const [old, now] = [constructorOf(checker, before), constructorOf(checker, after)];
  if (!old || !now || takesAll(checker, old.parameters, now.parameters)) return [];
  const textOf = (signature: ts.Signature) => checker.signatureToString(signature);
  return [{ name: `new ${name}`, breaking: true, text: `takes something else: ${textOf(old)} → ${textOf(now)}` }];
}

function constructorOf(checker: ts.TypeChecker, type: ts.Type): ts.Signature | undefined {
  const symbol = type.getSymbol();
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Class)) return undefined;
  return checker.getTypeOfSymbol(symbol).getConstructSignatures()[0];
}

/** Whether every call that was right still is. */
function takesAll(checker: ts.TypeChecker, before: readonly ts.Symbol[], after: readonly ts.Symbol[]): boolean {
  if (after.length < before.length) return false;
  return after.every((parameter, index) => {
    const old = before[index];
    if (!old) return mayBeLeftOut(parameter);
    const isWider = checker.isTypeAssignableTo(checker.getTypeOfSymbol(old), checker.getTypeOfSymbol(parameter));
    return isWider && (mayBeLeftOut(parameter) || !mayBeLeftOut(old));
  });
}

function mayBeLeftOut({ valueDeclaration }: ts.Symbol): boolean {
  if (!valueDeclaration || !ts.isParameter(valueDeclaration)) return false;
  return valueDeclaration.questionToken !== undefined || valueDeclaration.dotDotDotToken !== undefined;
}
