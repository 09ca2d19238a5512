import ts from 'typescript';
import type { Use } from './find-use.ts';

export interface Verdict {
  breaking: boolean;
  text: string;
}

/**
 * What a change of a type means, by the same rules as a change of the API (`update/rules.ts`). Where customers get it, more
 * values and variants are no break, because those are open; null, or another kind of value, is. A narrower type is a break where
 * they give it.
 */
export function judgeTypes(checker: ts.TypeChecker, before: ts.Type, after: ts.Type, use: Use): Verdict | undefined {
  const isNarrower = checker.isTypeAssignableTo(after, before);
  const isWider = checker.isTypeAssignableTo(before, after);
  if (isNarrower && isWider) return undefined;
  if (isWider) {
    if (isFunction(before)) return { breaking: true, text: 'takes or gives something else' };
    const kind = newKind(checker, before, after);
    return { breaking: use.got && kind !== undefined, text: kind === undefined ? 'wider' : `wider by ${kind}` };
  }
  if (isNarrower) return { breaking: use.given, text: isFunction(before) ? 'takes more than before' : 'narrower' };
  return { breaking: true, text: 'another type' };
}

/** A function that the old one could stand in for asks more of its caller, or promises less. */
function isFunction(type: ts.Type): boolean {
  return type.getCallSignatures().length > 0;
}

const KINDS: [ts.TypeFlags, string][] = [
  [ts.TypeFlags.Null, 'null'],
  [ts.TypeFlags.Undefined, 'undefined'],
  [ts.TypeFlags.StringLike, 'text'],
  [ts.TypeFlags.NumberLike, 'numbers'],
  [ts.TypeFlags.BooleanLike, 'booleans'],
];

/** A kind of value that was not among the old ones, also in lists of them. */
function newKind(checker: ts.TypeChecker, before: ts.Type, after: ts.Type): string | undefined {
  const [old, now] = [partsOf(before), partsOf(after)];
  const [name] = KINDS.flatMap(([flag, kind]) => (has(now, flag) && !has(old, flag) ? [kind] : []));
  if (name !== undefined) return name;
  const [oldItem, nowItem] = [old, now].map((parts) => itemOf(checker, parts));
  return oldItem && nowItem && newKind(checker, oldItem, nowItem);
}

function partsOf(type: ts.Type): ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** Open enums are text with a mark. */
function has(parts: ts.Type[], flag: ts.TypeFlags): boolean {
  return parts.some((one) => (one.flags & flag) !== 0 || (one.isIntersection() && has(one.types, flag)));
}

function itemOf(checker: ts.TypeChecker, parts: ts.Type[]): ts.Type | undefined {
  const list = parts.find((one) => checker.isArrayType(one));
  return list && checker.getTypeArguments(list as ts.TypeReference)[0];
}
