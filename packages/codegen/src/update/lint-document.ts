import { createConfig, lintFromString } from '@redocly/openapi-core';
import type { JsonObject } from './json.ts';
import { UpdateError } from './update-error.ts';

/** What cannot be worked with, and what is only wrong. References are looked after by `normalise`, which says where they lead. */
const RULES = {
  'operation-operationId-unique': 'error',
  'no-identical-paths': 'error',
  'operation-parameters-unique': 'error',
  struct: 'warn',
  'no-enum-type-mismatch': 'warn',
  'path-parameters-defined': 'warn',
  'path-declaration-must-exist': 'warn',
} as const;

/** A document with hundreds of mistakes has them all in common. */
const MOST_WARNINGS = 20;

/**
 * Lets Redocly judge a document before anything else looks at it.
 *
 * @returns what is wrong and can be lived with.
 * @throws UpdateError with every place that cannot.
 */
export async function lintDocument(name: string, content: JsonObject): Promise<string[]> {
  const problems = await lintFromString({
    source: JSON.stringify(content),
    absoluteRef: `/${name.replace(/[^\w.-]/g, '_')}.json`,
    config: await createConfig({ rules: RULES }),
  });
  const texts = (severity: string) => [
    ...new Set(
      problems.filter((one) => one.severity === severity).map(({ message, location }) => `${message} (${location[0]?.pointer ?? '#/'})`),
    ),
  ];
  const errors = texts('error');
  if (errors.length > 0) throw new UpdateError([`${name} cannot be used. Correct it with an overlay:`, ...errors].join('\n- '));
  const warnings = texts('warn').map((text) => text.replace(/\s+/g, ' '));
  const more = warnings.length - MOST_WARNINGS;
  return more > 0 ? [...warnings.slice(0, MOST_WARNINGS), `and ${more} more`] : warnings;
}
