import type { Spec } from '../load-spec.ts';
import { memberName } from '../names.ts';
import { refName } from '../openapi.ts';
import type { Operation } from '../read-operations.ts';
import { type ExampleRequest, filledPath } from './example-request.ts';

/** The call as a command; the token and the project are read from the environment. */
export function curlProgram(request: ExampleRequest, host: string): string {
  const { operation, body } = request;
  const lines = [
    `curl${operation.method === 'GET' ? '' : ` -X ${operation.method}`} "${host}${filledPath(request, '$SINCH_PROJECT_ID')}"`,
    '-H "Authorization: Bearer $TOKEN"',
  ];
  if (body !== undefined) lines.push('-H "Content-Type: application/json"', `-d '${quoted(jsonOf(body))}'`);
  return lines.join(' \\\n  ');
}

/** Inside single quotes, a shell takes everything but the quote as it is. */
function quoted(text: string): string {
  return text.replaceAll("'", "'\\''");
}

/** What a reader of one example does not need to see again. */
export const TYPESCRIPT_SETUP = `import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';

const auth = clientCredentials({ keyId: 'your-key-id', keySecret: 'your-key-secret' });
const conversation = createConversationClient({ projectId: 'your-project-id', region: 'eu', auth });
// ---cut---
`;

/** The same call by the method of the client. */
export function typescriptProgram(spec: Spec, request: ExampleRequest): string {
  const { operation, path, query, body } = request;
  const values: unknown[] = Object.values(path);
  if (operation.body) values.push(body);
  if (Object.keys(query).length > 0) values.push(numbersIn(operation, query));
  const call = `conversation.${operation.resource}.${operation.name}(${values.map((one) => literalOf(one, 0)).join(', ')})`;
  if (operation.pagination) {
    const item = itemOf(spec, operation);
    return `for await (const ${item.name} of ${call}) {\n  console.log(${item.shown});\n}`;
  }
  if (!operation.response) return `await ${call};`;
  const { taken, shown } = answerOf(spec, operation);
  return `const ${taken} = await ${call};\nconsole.log(${shown});`;
}

/** A query travels as text; in code, a number is a number. */
function numbersIn({ query }: Operation, sent: Record<string, string>): Record<string, unknown> {
  const types = new Map(query.map(({ name, schema }) => [name, schema.type]));
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, types.get(name) === 'integer' ? Number(value) : value]));
}

function itemOf(spec: Spec, { pagination, response }: Operation): { name: string; shown: string } {
  const list = spec.schemas[response ?? '']?.properties?.[pagination?.items ?? ''];
  const type = list ? refName(list.items) : undefined;
  const name = singular(pagination?.items ?? 'items').replace(/^conversation$/, 'thread');
  return { name, shown: shownOf(spec, type, name) };
}

/** What a program does with the answer: it takes the id of what was made or read, or the one field that there is. */
function answerOf(spec: Spec, { response = '', resource }: Operation): { taken: string; shown: string } {
  const fields = Object.keys(spec.schemas[response]?.properties ?? {});
  const name = singular(resource.replace(/V\d$/, ''));
  const only = fields.find((field) => fields.length === 1 || field === `${name}_id`);
  if (only) return { taken: `{ ${only} }`, shown: only };
  if (!fields.includes('id')) return { taken: 'answer', shown: 'answer' };
  // The client itself is called "conversation".
  const taken = name === 'conversation' ? 'thread' : name;
  return { taken, shown: `${taken}.id` };
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '');
}

function shownOf(spec: Spec, type: string | undefined, name: string): string {
  return spec.schemas[type ?? '']?.properties?.id === undefined ? name : `${name}.id`;
}

/** A longer value is written one entry a line. */
const LONGEST_LINE = 72;

/** JSON as a literal of TypeScript, as a formatter would write it. */
export function literalOf(value: unknown, depth: number): string {
  return written(value, depth, { text: textOf, key: memberName, lastComma: ',' });
}

/** JSON, with short values on one line. */
export function jsonOf(value: unknown): string {
  return written(value, 0, { text: JSON.stringify, key: JSON.stringify, lastComma: '' });
}

interface Notation {
  text(value: string): string;
  key(name: string): string;
  lastComma: string;
}

function written(value: unknown, depth: number, notation: Notation): string {
  if (typeof value === 'string') return notation.text(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const isList = Array.isArray(value);
  const entries = isList
    ? value.map((one) => written(one, depth + 1, notation))
    : Object.entries(value).map(([name, one]) => `${notation.key(name)}: ${written(one, depth + 1, notation)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return open + close;
  const space = isList ? '' : ' ';
  const line = `${open}${space}${entries.join(', ')}${space}${close}`;
  if (line.length <= LONGEST_LINE && !line.includes('\n')) return line;
  const indent = '  '.repeat(depth + 1);
  return `${open}\n${indent}${entries.join(`,\n${indent}`)}${notation.lastComma}\n${'  '.repeat(depth)}${close}`;
}

function textOf(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return `'${escaped.replaceAll("'", "\\'")}'`;
}
