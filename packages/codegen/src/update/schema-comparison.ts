import type { Place } from './changes.ts';
import type { Findings } from './findings.ts';
import type { Sides } from './schema-bodies.ts';
import type { Form } from './schema-form.ts';

/** Compares schemas at the same place of both documents, each pair of named ones once. */
export interface SchemaComparison extends Sides {
  findings: Findings;
  compare(place: Place, ours: Form, theirs: Form): void;
  /** The words of a schema that are no schemas themselves. */
  compareWords(place: Place, ours: Form, theirs: Form): void;
  /** A difference that no rule has claimed is told as it is, and breaks until somebody writes a rule. */
  claimed(place: Place, what: string, before: unknown, after: unknown, theirs: Form, claim: () => void): void;
  /** Whether both names are of one schema, which may have been renamed. */
  isSame(ours: string, theirs: string): boolean;
  /** Whether both say the same, whatever they are called. */
  sayTheSame(ours: Form, theirs: Form): boolean;
}
