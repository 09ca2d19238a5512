import { type Parameter, refName, type Schema } from '../openapi.ts';
import { collapsed, prose, table } from './markdown.ts';
import { type Field, innerSchema, type Shape, shapeOf } from './shape.ts';
import { type LinkTo, typeWords } from './type-words.ts';

/** What the tables of fields are made from. */
export interface FieldTables {
  schemas: Readonly<Record<string, Schema>>;
  linkTo: LinkTo;
}

/** How many levels of objects open below the table of a body; deeper ones are a link away. With more, pages and search grow by half. */
const DEEPEST = 1;

/** The fields of a schema, and below them, closed, those of the objects inside it. */
export function fieldsOf(tables: FieldTables, schema: Schema, depth = DEEPEST, above: readonly string[] = []): string[] {
  const shape = shapeOf(tables.schemas, schema);
  const own = refName(schema);
  const seen = own ? [...above, own] : above;
  return [
    ...choiceLines(shape),
    ...table(
      ['Field', 'Meaning'],
      shape.fields.map((field) => row(tables, field)),
    ),
    ...variantLines(tables, shape),
    ...(depth > 0 ? shape.fields.flatMap((field) => nested(tables, field, depth, seen)) : []),
  ];
}

function choiceLines({ choices }: Shape): string[] {
  return choices.flatMap(({ words, names }) => [`${words} ${joined(names.map((name) => `\`${name}\``))}:`, '']);
}

function joined(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function variantLines({ linkTo }: FieldTables, { variants, toldBy }: Shape): string[] {
  if (variants.length === 0) return [];
  const told = toldBy ? `, told apart by \`${toldBy}\`` : '';
  return [`One of these${told}:`, '', ...variants.map((name) => `- ${linkTo(name)}`), ''];
}

function row({ schemas, linkTo }: FieldTables, { name, schema, isRequired }: Field): [string, string] {
  const marks = [isRequired ? '**required**' : '', schema.readOnly ? 'only in answers' : '', schema.deprecated ? '**deprecated**' : ''];
  const first = [`\`${name}\``, typeWords(schema, linkTo), ...marks.filter(Boolean)].join('<br>');
  const described = schema.description ?? schemas[refName(schema) ?? '']?.description ?? '';
  return [first, [prose(described), ...valueLines(schemas, schema, described)].filter(Boolean).join(' ')];
}

/** What a value can be, and what it is when it is left out, where the text does not say so already. */
function valueLines(schemas: FieldTables['schemas'], schema: Schema, described: string): string[] {
  const own = schema.items ?? schema;
  const values = own.enum ?? schemas[refName(own) ?? '']?.enum;
  const unsaid = (values ?? []).filter((value) => !described.includes(`\`${value}\``));
  // Three or four of fifty values are no help: the link leads to all of them.
  const isShort = values !== undefined && unsaid.length > 0 && values.length <= 8;
  const isDefaultSaid = /\bdefault\b/i.test(described);
  return [
    isShort ? `One of ${values.map((value) => `\`${value}\``).join(', ')}.` : '',
    schema.default === undefined || isDefaultSaid ? '' : `Default \`${JSON.stringify(schema.default).replace(/^"|"$/g, '')}\`.`,
  ];
}

function nested(tables: FieldTables, { name, schema }: Field, depth: number, seen: readonly string[]): string[] {
  const inner = innerSchema(schema);
  const type = refName(inner);
  if (type !== undefined && seen.includes(type)) return [];
  const shape = shapeOf(tables.schemas, inner);
  if (shape.fields.length === 0 && shape.variants.length === 0) return [];
  const summary = `<code>${name}</code>${type ? ` ${type}` : ''}`;
  return collapsed(summary, fieldsOf(tables, inner, depth - 1, seen));
}

/** Parameters of a path or a query. */
export function parametersOf(tables: FieldTables, parameters: readonly Parameter[]): string[] {
  const fields = parameters.map(({ name, schema, description, required = false, deprecated = false }) => ({
    name,
    isRequired: required,
    schema: { ...schema, deprecated, ...(description === undefined ? {} : { description }) },
  }));
  const sorted = [...fields.filter((one) => one.isRequired), ...fields.filter((one) => !one.isRequired)];
  return table(
    ['Parameter', 'Meaning'],
    sorted.map((field) => row(tables, field)),
  );
}
