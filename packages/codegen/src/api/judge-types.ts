import type ts from 'typescript';
import type { Use } from './find-use.ts';

export interface Verdict {
  breaking: boolean;
  text: string;
}

/**
 * What a change of a type means. A wider type that customers get is no break by our rules: values of the service grow before
 * we release. A narrower type is one where they give it.
 */
export function judgeTypes(checker: ts.TypeChecker, before: ts.Type, after: ts.Type, use: Use): Verdict | undefined {
  const isNarrower = checker.isTypeAssignableTo(after, before);
  const isWider = checker.isTypeAssignableTo(before, after);
  if (isNarrower && isWider) return undefined;
  if (isWider) return isFunction(before) ? { breaking: true, text: 'takes or gives something else' } : { breaking: false, text: 'wider' };
  if (isNarrower) return { breaking: use.given, text: isFunction(before) ? 'takes more than before' : 'narrower' };
  return { breaking: true, text: 'another type' };
}

/** A function that the old one could stand in for asks more of its caller, or promises less. */
function isFunction(type: ts.Type): boolean {
  return type.getCallSignatures().length > 0;
}
