import type { OperationObject, Parameter, Schema } from '../openapi.ts';
import type { DocumentKind } from './overlays.ts';
import type { Kind } from './rules.ts';

/** Where a schema begins: by its name, or as a parameter of an operation. */
export type Root = { schema: string } | { operation: string; in: string; parameter: string };

/** A schema inside another: from the root, through properties (`.name`), lists (`[]`) and maps (`{}`). */
export interface Place {
  root: Root;
  steps: string[];
}

/** What has to be done to our YAML. Schemas and operations are the vendor's, normalised. */
export type Edit =
  | { do: 'set'; place: Place; word: string; value: unknown }
  | { do: 'nullable'; place: Place; nullable: boolean }
  | { do: 'enum'; place: Place; add: string[]; remove: string[] }
  | { do: 'add-property'; place: Place; name: string; schema: Schema; required: boolean; alternative: boolean }
  | { do: 'remove-property'; place: Place; name: string }
  | { do: 'require'; place: Place; name: string; required: boolean }
  | { do: 'replace'; place: Place; schema: Schema }
  | { do: 'rename-schema'; from: string; to: string }
  | { do: 'add-operation'; method: string; path: string; operation: OperationObject; shared: Parameter[]; server: string | undefined }
  | { do: 'remove-operation'; operation: string }
  | { do: 'rename-operation'; operation: string; to: string }
  | { do: 'move-operation'; operation: string; path: string }
  | { do: 'deprecate-operation'; operation: string }
  | { do: 'add-parameter'; operation: string; parameter: Parameter }
  | { do: 'remove-parameter'; operation: string; in: string; name: string }
  | { do: 'require-parameter'; operation: string; in: string; name: string; required: boolean }
  | { do: 'body'; operation: string; schema: Schema | undefined; required: boolean }
  | { do: 'response'; operation: string; status: string; schema: Schema | undefined }
  | { do: 'add-webhook'; webhook: string; operation: OperationObject }
  | { do: 'remove-webhook'; webhook: string }
  | { do: 'webhook-body'; webhook: string; schema: Schema }
  | { do: 'regions'; regions: string[] }
  | { do: 'server'; url: string }
  | { do: 'security'; security: unknown; schemes: Record<string, unknown> };

/** One difference between our spec and the new document. */
export interface Change {
  kind: Kind;
  document: DocumentKind;
  /** What it is about, by names of the wire: `Contact.email`, `Messages_SendMessage`, `MESSAGE_INBOUND`. */
  where: string;
  before?: string;
  after?: string;
  schema?: string;
  operation?: string;
  webhook?: string;
  /** Undefined for what follows from other changes. */
  edit?: Edit;
}

/** A place in words: `Contact.channel_identities[].channel`. */
export function placeName({ root, steps }: Place): string {
  const start = 'schema' in root ? root.schema : `${root.operation} ${root.in} ${root.parameter}`;
  return start + steps.join('');
}

/** Takes note of a change of the document that is being compared. */
export type AddChange = (change: Omit<Change, 'document'>) => void;
