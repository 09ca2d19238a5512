import type { Spec } from '../load-spec.ts';
import type { Operation } from '../read-operations.ts';
import type { ExampleValues } from './example-request.ts';
import type { FieldTables } from './fields.ts';
import type { GroupedSchemas } from './schema-groups.ts';

/** What an operation answered to its example. */
export interface RecordedAnswer {
  status: number;
  /** Parsed JSON; `undefined` for an answer without a body. */
  body: unknown;
}

/** A callback as it travels. */
export interface SignedCallback {
  headers: Record<string, string>;
  body: string;
}

/** What the pages are made from, besides the spec. */
export interface ReferenceFacts {
  values: ExampleValues;
  /** By operation id. */
  answers: Readonly<Record<string, RecordedAnswer>>;
  /** By trigger. */
  callbacks: Readonly<Record<string, SignedCallback>>;
  /** The secret that the callbacks are signed with. */
  secret: string;
  groups: GroupedSchemas;
}

/** Everything that a page is made from. */
export interface Reference extends ReferenceFacts, FieldTables {
  spec: Spec;
  operations: readonly Operation[];
}

/** Where the pages stand on the site. */
export const ROOT = '/reference/api';

/** The region of all examples. */
export const REGION = 'eu';

/** The address of an operation. */
export function operationAddress({ resource, name }: Operation): string {
  return `${ROOT}/${kebab(resource)}#${kebab(name)}`;
}

/** `listIdentityConflicts` → `list-identity-conflicts`. */
export function kebab(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
}
