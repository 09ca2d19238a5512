import type { Ajv2020 } from 'ajv/dist/2020.js';

/** Teaches ajv the keywords of the spec and of {@link prepareSchemas}. Each says in one sentence what is wrong. */
export function addKeywords(ajv: Ajv2020): void {
  add(ajv, 'exactlyOneKey', 'object', (keys: string[], value: object) => {
    const present = keys.filter((key) => Object.hasOwn(value, key));
    if (present.length === 1) return undefined;
    if (present.length === 0) return `needs one of ${keys.join(', ')}, has none`;
    return `takes exactly one of ${keys.join(', ')}, has ${present.length}: ${present.join(', ')}`;
  });
  add(ajv, 'atLeastOneKey', 'object', (keys: string[], value: object) => {
    return keys.some((key) => Object.hasOwn(value, key)) ? undefined : `needs at least one of ${keys.join(', ')}, has none`;
  });
  add(ajv, 'atMostOneKey', 'object', (keys: string[], value: object) => {
    return keys.every((key) => Object.hasOwn(value, key)) ? `takes only one of ${keys.join(', ')}` : undefined;
  });
  add(ajv, 'x-by-channel', 'object', (byChannel: Record<string, string[]>, value: object) => {
    const { channel } = value as { channel?: unknown };
    // "constructor" is a channel that people try, too
    const wanted = typeof channel === 'string' && Object.hasOwn(byChannel, channel) ? byChannel[channel] : undefined;
    if (!wanted || wanted.some((key) => Object.hasOwn(value, key))) return undefined;
    return `credentials for ${channel} go into ${wanted.join(' or ')}`;
  });
  add(ajv, 'x-max-serialized-length', 'object', (limit: number, value: object) => {
    const { length } = JSON.stringify(value);
    return length > limit ? `is ${length} characters long as JSON, the limit is ${limit}` : undefined;
  });
  add(ajv, 'x-minimum-seconds', 'string', (limit: number, value: string) => {
    return Number.parseInt(value, 10) < limit ? `must be at least ${limit}s` : undefined;
  });
  add(ajv, 'x-maximum-seconds', 'string', (limit: number, value: string) => {
    return Number.parseInt(value, 10) > limit ? `must be at most ${limit}s` : undefined;
  });
}

/** A check that gives the sentence to show, or nothing when all is well. */
function add<S, V>(ajv: Ajv2020, keyword: string, type: 'object' | 'string', check: (schema: S, value: V) => string | undefined): void {
  const validate = Object.assign(
    (schema: S, value: V): boolean => {
      const message = check(schema, value);
      validate.errors = message === undefined ? [] : [{ keyword, message, params: {} }];
      return message === undefined;
    },
    { errors: [] as { keyword: string; message: string; params: object }[] },
  );
  ajv.addKeyword({ keyword, type, validate, errors: true });
}
