import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/** A value that a channel needs of who sets it up. */
export interface CredentialField {
  name: string;
  about: string;
  kind: 'text' | 'secret' | 'switch';
  required: boolean;
}

/** Which key of `ConversationChannelCredential` is for which channel, and what stands in it. */
export interface CredentialForm {
  key: string;
  fields: CredentialField[];
}

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  oneOf?: Schema[];
  enum?: string[];
  /** Which of the alternatives each channel takes. */
  'x-by-channel'?: Record<string, string[]>;
}

const MODULE = 'virtual:spec';
const RESOLVED = `\0${MODULE}`;

/** Names that hold a secret, where the spec does not say so by its format. */
const SECRET = /token|secret|password|sender_key|api_key|aes_key/;

/** Gives the page what it needs of the OpenAPI document, without the document: forms of credentials, and triggers with their words. */
export function specPlugin(): Plugin {
  return {
    name: 'spec',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? toModule() : undefined),
  };
}

function toModule(): string {
  const { components } = createRequire(import.meta.url)('@convapi/core/openapi.json') as {
    components: { schemas: Record<string, Schema> };
  };
  const find = (schema: Schema): Schema =>
    schema.$ref ? find(components.schemas[schema.$ref.split('/').at(-1) as string] as Schema) : schema;
  const credentials = components.schemas.ConversationChannelCredential as Schema;
  const byKey = new Map<string, CredentialForm>();
  for (const variant of credentials.oneOf ?? []) {
    const key = find(variant).required?.find((name) => name !== 'channel');
    const schema = key && find(variant).properties?.[key];
    if (key && schema) byKey.set(key, { key, fields: toFields(find(schema), find) });
  }
  // LINE has two; the first is the usual one
  const forms = Object.entries(credentials['x-by-channel'] ?? {}).map(([channel, [key]]) => [channel, byKey.get(key as string)]);
  const triggers = (components.schemas.WebhookTrigger?.enum ?? []).filter((name) => name !== 'UNSPECIFIED_TRIGGER');
  return `export const CREDENTIAL_FORMS = ${JSON.stringify(Object.fromEntries(forms))};\nexport const TRIGGERS = ${JSON.stringify(triggers)};`;
}

function toFields(schema: Schema, find: (schema: Schema) => Schema): CredentialField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const { type, format, description } = find(property);
    if (type !== 'string' && type !== 'boolean') return [];
    const secret = format === 'password' || SECRET.test(name);
    return [
      {
        name,
        about: (property.description ?? description ?? '').split('. ')[0]?.replace(/\.$/, '') ?? '',
        kind: type === 'boolean' ? ('switch' as const) : secret ? ('secret' as const) : ('text' as const),
        required: schema.required?.includes(name) ?? false,
      },
    ];
  });
}
