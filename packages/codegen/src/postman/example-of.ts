import { sample } from 'openapi-sampler';
import type { Schema } from '../openapi.ts';

/** The example that a schema states, else a small value that fits it: what is required, and no more. */
export function exampleOf(schemas: Record<string, Schema>, schema: Schema): unknown {
  const stated = schema.example ?? schema.examples?.[0];
  return stated ?? sample(schema as Parameters<typeof sample>[0], { skipNonRequired: true, quiet: true }, { components: { schemas } });
}
