import spec from '@convapi/core/openapi.json' with { type: 'json' };
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type SchemaName = 'AppMessage' | 'Choice' | 'OmniMessageOverride' | 'Recipient' | 'SendMessageRequest';

/** A schema of the spec that also refuses keys it does not name, so that a misspelt field shows up. */
export function wireSchema(name: SchemaName): ValidateFunction {
  return compile(name, closed(), /^\+\d{1,15}$/);
}

/** A schema of the spec as a server reads it: other keys and phone numbers without + pass. */
export function servedSchema(name: SchemaName): ValidateFunction {
  return compile(name, withAlternatives(spec), /^\+?[1-9]\d{1,14}$/);
}

function compile(name: SchemaName, document: typeof spec, e164: RegExp): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // Formats of the spec that are no standard ones.
  ajv.addFormat('e164', e164).addFormat('unix-seconds', true);
  ajv.addSchema(document, 'openapi.json');
  const validate = ajv.getSchema(`openapi.json#/components/schemas/${name}`);
  if (!validate) throw new Error(`The spec has no schema ${name}.`);
  return validate;
}

/** A field is read wherever it stands, also beside the one that makes a plain validator content. */
function withAlternatives(document: typeof spec): typeof spec {
  const copy = structuredClone(document);
  for (const schema of Object.values(copy.components.schemas) as Schema[]) {
    const variants = schema.oneOf ?? schema.anyOf ?? [];
    if (variants.some((variant) => variant.properties)) {
      schema.properties = Object.assign({}, schema.properties, ...variants.map((variant) => variant.properties));
      // Of several keys, the right one may be wrong inside: how many there are is what counts.
      const alternatives = variants.map(({ required }) => ({ required }));
      if (schema.oneOf) schema.oneOf = alternatives;
      else schema.anyOf = alternatives;
    }
  }
  return copy;
}

interface Schema {
  properties?: object;
  required?: unknown;
  oneOf?: Schema[];
  anyOf?: Schema[];
}

function closed(): typeof spec {
  const copy = structuredClone(spec);
  for (const schema of Object.values(copy.components.schemas) as Record<string, unknown>[]) {
    if (schema.type === 'object' && schema.additionalProperties === undefined) schema.unevaluatedProperties = false;
  }
  return copy;
}
