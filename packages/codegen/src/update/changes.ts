import type { OperationObject, Parameter, Schema } from '../openapi.ts';
import type { OperationForm } from './document-form.ts';
import type { DocumentKind } from './document-kinds.ts';
import type { Kind } from './rules.ts';
import type { Value } from './schema-form.ts';

/** Where a schema begins: by its name, as a parameter of an operation, or as a body that has no name. */
export type Root = { schema: string } | { operation: string; in: string; parameter: string };

/** A schema inside another: from the root, through properties (`.name`), lists (`[]`) and maps (`{}`). */
export interface Place {
  root: Root;
  steps: string[];
}

/** What has to be done to our YAML. Schemas and operations are the vendor's, normalised; `after` is what new things stand behind. */
export type Edit =
  | { do: 'set'; place: Place; word: string; value: unknown }
  | { do: 'nullable'; place: Place; nullable: boolean }
  | { do: 'enum'; place: Place; add?: Value; after?: Value | undefined; remove?: Value }
  | {
      do: 'add-property';
      place: Place;
      name: string;
      schema: Schema;
      required: boolean;
      alternative: boolean;
      after?: string | undefined;
    }
  | { do: 'remove-property'; place: Place; name: string }
  | { do: 'require'; place: Place; name: string; required: boolean }
  | { do: 'replace'; place: Place; schema: Schema }
  | { do: 'rename-schema'; from: string; to: string }
  | { do: 'add-operation'; operation: OperationForm; after: string | undefined }
  | { do: 'remove-operation'; operation: string }
  | { do: 'rename-operation'; operation: string; to: string }
  | { do: 'move-operation'; operation: string; to: OperationForm }
  | { do: 'deprecate-operation'; operation: string; deprecated: boolean }
  | { do: 'add-parameter'; operation: string; parameter: Parameter; after: string | undefined }
  | { do: 'remove-parameter'; operation: string; in: string; name: string }
  | { do: 'set-parameter'; operation: string; in: string; name: string; words: Record<string, unknown> }
  | { do: 'body'; operation: string; schema: Schema | undefined }
  | { do: 'body-required'; operation: string; required: boolean }
  | { do: 'response'; operation: string; status: string; schema: Schema | undefined }
  | { do: 'status'; operation: string; before: string[]; after: Record<string, Schema | undefined> }
  | { do: 'add-webhook'; webhook: string; operation: OperationObject; after: string | undefined }
  | { do: 'remove-webhook'; webhook: string }
  | { do: 'webhook-body'; webhook: string; schema: Schema }
  | { do: 'regions'; host: string; regions: string[] }
  | { do: 'default-region'; host: string; region: string }
  | { do: 'server'; operations: string[]; url: string }
  | { do: 'security'; requirements: Record<string, string[]>[]; operation: string | undefined };

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
  const start = 'schema' in root ? root.schema : `${root.operation} ${root.in} ${root.parameter}`.trim();
  return start + steps.join('');
}

/** Takes note of a change of the document that is being compared. */
export type AddChange = (change: Omit<Change, 'document'>) => void;
