import type { Schema } from '../openapi.ts';
import type { Change, Edit, Place } from './changes.ts';
import type { Kind } from './rules.ts';
import type { Schemas } from './schema-view.ts';

/** Compares schemas at the same place of both documents, each pair of named ones once, and collects what differs. */
export interface SchemaComparison {
  ours: Schemas;
  theirs: Schemas;
  changes: Change[];
  /** What our spec says and the new document leaves open: kept, and told. */
  kept: Set<string>;
  /** Our name → the new name. */
  renames: Map<string, string>;
  /** Compares two schemas that stand at the same place. */
  compare(place: Place, ours: Schema, theirs: Schema): void;
  /** Whether a reference to each is a reference to the same schema, under its old or new name. */
  isSame(ours: string, theirs: string, place: Place): boolean;
  add(kind: Kind, place: Place, edit: Edit, words?: { before?: string; after?: string }): void;
}
