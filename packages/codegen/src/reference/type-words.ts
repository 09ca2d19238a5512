import { refName, type Schema } from '../openapi.ts';

/** The address of a schema. */
export type LinkTo = (schema: string) => string;

const FORMATS: Record<string, string> = {
  'date-time': 'string, RFC 3339 time',
  date: 'string, date',
  byte: 'string, base64',
  e164: 'string, phone number in E.164',
  'unix-seconds': 'string, Unix seconds',
  float: 'number',
  double: 'number',
};

/** The type of a value in words, with links: "list of [Choice](…), at most 10 items". */
export function typeWords(schema: Schema, linkTo: LinkTo): string {
  return [kind(schema, linkTo), ...limits(schema)].join(', ');
}

function kind(schema: Schema, linkTo: LinkTo): string {
  const name = refName(schema);
  if (name) return linkTo(name);
  const { oneOf, items, additionalProperties, propertyNames, type, format } = schema;
  if (oneOf?.length === 2 && oneOf.some((one) => one.type === 'null')) {
    return `${oneOf
      .filter((one) => one.type !== 'null')
      .map((one) => kind(one, linkTo))
      .join('')} or null`;
  }
  if (items) return `list of ${kind(items, linkTo)}`;
  if (typeof additionalProperties === 'object') {
    const key = propertyNames ? ` by ${kind(propertyNames, linkTo)}` : '';
    return `map of ${kind(additionalProperties, linkTo)}${key}`;
  }
  if (additionalProperties === true && !schema.properties) return 'any JSON object';
  const known = format === undefined ? undefined : FORMATS[format];
  return known ?? (Array.isArray(type) ? type.join(' or ') : (type ?? 'object'));
}

function limits({ minLength, maxLength, minItems, maxItems, minimum, maximum, pattern }: Schema): string[] {
  return [
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' items'),
    range(minimum, maximum, ''),
    pattern === undefined ? undefined : `matches \`${pattern}\``,
  ].filter((one): one is string => one !== undefined);
}

function range(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`;
  if (most !== undefined) return `at most ${most}${unit}`;
  return least === undefined ? undefined : `at least ${least}${unit}`;
}
