import spec from '@convapi/core/openapi.json' with { type: 'json' };
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A schema of the spec that also refuses keys it does not name, so that a misspelt field shows up. */
export function wireSchema(name: 'AppMessage' | 'Choice' | 'OmniMessageOverride' | 'Recipient'): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // Formats of the spec that are no standard ones.
  ajv.addFormat('e164', /^\+\d{1,15}$/).addFormat('unix-seconds', true);
  ajv.addSchema(closed(), 'openapi.json');
  const validate = ajv.getSchema(`openapi.json#/components/schemas/${name}`);
  if (!validate) throw new Error(`The spec has no schema ${name}.`);
  return validate;
}

function closed(): typeof spec {
  const copy = structuredClone(spec);
  for (const schema of Object.values(copy.components.schemas) as Record<string, unknown>[]) {
    if (schema.type === 'object' && schema.additionalProperties === undefined) schema.unevaluatedProperties = false;
  }
  return copy;
}
