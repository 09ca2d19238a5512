import type { Schema } from '../openapi.ts';
import { fieldsOf } from './fields.ts';
import { frontMatter, prose, table } from './markdown.ts';
import { type Reference, ROOT } from './reference.ts';
import type { SchemaGroup } from './schema-groups.ts';
import { typeWords } from './type-words.ts';
import type { Uses } from './uses.ts';

/** A page with a group of schemas. */
export function schemaPage(reference: Reference, group: SchemaGroup, names: readonly string[], uses: Uses, order: number): string {
  return [
    ...frontMatter({ title: `${group.title}: types`, description: group.description, order }),
    prose(group.description),
    '',
    'Each is a type of the same name in `@convapi/client` and `@convapi/core`.',
    '',
    ...names.flatMap((name) => schemaSection(reference, name, uses)),
  ].join('\n');
}

function schemaSection(reference: Reference, name: string, uses: Uses): string[] {
  const schema = reference.schemas[name] ?? {};
  return [
    `## ${name} {#${name}}`,
    '',
    prose(schema.description ?? ''),
    '',
    ...(schema.enum ? values(schema) : fieldsOf(reference, schema, 0)),
    ...plainType(reference, schema),
    ...usedBy(name, uses),
  ];
}

/** A value that the text of the schema speaks of needs no more words. */
function values({ enum: list = [] }: Schema): string[] {
  return [`One of ${list.map((value) => `\`${value}\``).join(', ')}.`, ''];
}

/** A schema without fields, such as a list or a map. */
function plainType({ linkTo }: Reference, schema: Schema): string[] {
  const hasShape = schema.enum || schema.properties || schema.oneOf || schema.anyOf || schema.allOf;
  return hasShape ? [] : [`Type: ${typeWords(schema, linkTo)}.`, ''];
}

/** More places than this are no help. */
const MOST_USES = 6;

function usedBy(name: string, uses: Uses): string[] {
  const places = uses.get(name) ?? [];
  if (places.length === 0) return [];
  const shown = places.slice(0, MOST_USES).map(({ words, address }) => `[${words}](${address})`);
  const more = places.length > MOST_USES ? [`and ${places.length - MOST_USES} more`] : [];
  return [`Used by ${[...shown, ...more].join(', ')}.`, ''];
}

/** The list of all pages of schemas. */
export function schemaOverview(reference: Reference, order: number): string {
  const rows = [...reference.groups].map(
    ([{ name, title, description }, names]) =>
      [`[${title}](${ROOT}/schemas/${name})`, `${prose(description)} ${names.length} types.`] as const,
  );
  const all = [...reference.groups.values()].flat().sort((a, b) => a.localeCompare(b));
  return [
    ...frontMatter({
      title: 'Types',
      description: 'Every type of a request, an answer or a callback of the Sinch Conversation API.',
      order,
    }),
    'Every type of a request, an answer or a callback. Fields are written as they travel: snake_case, times as text.',
    '',
    ...table(['Types', 'What they are'], rows),
    'Lists of values are open in TypeScript: what the service adds later is an `Unrecognized` text, and compiles.',
    '',
    '## All types',
    '',
    all.map((name) => reference.linkTo(name)).join(' · '),
    '',
  ].join('\n');
}
