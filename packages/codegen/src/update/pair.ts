import type { OperationForm } from './document-form.ts';

/** A pair of operations that are one. */
export interface Pair {
  ours: OperationForm;
  theirs: OperationForm;
}
