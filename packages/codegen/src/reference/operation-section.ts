import { type OperationObject, type ResponseObject, resolve, type Schema } from '../openapi.ts';
import type { Operation } from '../read-operations.ts';
import { exampleRequest } from './example-request.ts';
import { fieldsOf, parametersOf } from './fields.ts';
import { exampleHost } from './hosts.ts';
import { collapsed, fence, prose } from './markdown.ts';
import { curlProgram, jsonOf, TYPESCRIPT_SETUP, typescriptProgram } from './programs.ts';
import { kebab, type Reference, ROOT } from './reference.ts';
import { RETRIES } from './retries.ts';

/** All that a reader wants to know of one operation. */
export function operationSection(reference: Reference, operation: Operation): string[] {
  return [
    `## ${operation.summary} {#${kebab(operation.name)}}`,
    '',
    `**\`${operation.method}\`** \`${operation.path}\``,
    '',
    ...(operation.deprecated ? ['::: warning Deprecated', 'The service has retired this operation. It answers 404.', ':::', ''] : []),
    prose(operation.description),
    '',
    ...programs(reference, operation),
    ...parameters(reference, 'Path', operation.pathParameters),
    ...parameters(reference, 'Query', operation.query),
    ...anyOfQuery(reference, operation),
    ...body(reference, operation),
    ...answer(reference, operation),
    ...facts(reference, operation),
  ];
}

function programs(reference: Reference, operation: Operation): string[] {
  const request = exampleRequest(reference.spec, operation, reference.values);
  const code = `${TYPESCRIPT_SETUP}${typescriptProgram(reference.spec, request)}`;
  return [
    '::: code-group',
    '',
    ...fence('ts twoslash [TypeScript]', code),
    ...fence('sh [curl]', curlProgram(request, exampleHost(reference.spec, operation.host))),
    ':::',
    '',
  ];
}

function parameters(reference: Reference, place: string, list: Operation['query']): string[] {
  return list.length === 0 ? [] : [`**${place} parameters**`, '', ...parametersOf(reference, list)];
}

function anyOfQuery({ spec }: Reference, { id }: Operation): string[] {
  const names = rawOperation(spec, id)['x-any-of-query'];
  return names ? [`Give at least one of ${names.map((name) => `\`${name}\``).join(' and ')}.`, ''] : [];
}

function body(reference: Reference, operation: Operation): string[] {
  if (!operation.body) return [];
  const { linkTo } = reference;
  return [`**Request body:** ${linkTo(operation.body)}`, '', ...fieldsOf(reference, named(operation.body))];
}

function named(schema: string): Schema {
  return { $ref: `#/components/schemas/${schema}` };
}

/** An answer of more lines is closed at first. */
const OPEN_LINES = 16;

function answer(reference: Reference, operation: Operation): string[] {
  const { status, body: recorded } = reference.answers[operation.id] ?? { status: 200, body: undefined };
  const example = recorded === undefined ? undefined : jsonOf(recorded);
  const type = operation.response ? `: ${reference.linkTo(operation.response)}` : ', an empty object';
  const fields = operation.response ? fieldsOf(reference, named(operation.response), 0) : [];
  const shown = example === undefined ? [] : fence('json', example);
  const isLong = shown.length > 0 && (example ?? '').split('\n').length > OPEN_LINES;
  return [
    `**Answer:** \`200\`${type}`,
    '',
    ...(fields.length > 0 ? collapsed('Fields of the answer', fields) : []),
    ...(operation.response || status !== 200
      ? isLong
        ? collapsed(`Example, <code>${status}</code>`, shown)
        : exampleLines(status, shown)
      : []),
  ];
}

function exampleLines(status: number, shown: string[]): string[] {
  return shown.length === 0 ? [] : [`The example answers \`${status}\`:`, '', ...shown];
}

function facts(reference: Reference, operation: Operation): string[] {
  const { spec } = reference;
  const raw = rawOperation(spec, operation.id);
  const document = operation.host === 'batch' ? spec.batch : spec.conversation;
  const errors = Object.entries(raw.responses).filter(([status]) => !status.startsWith('2'));
  // A response of its own, rather than one that every operation shares, says something about this operation.
  const own = errors.flatMap(([status, response]) =>
    '$ref' in response ? [] : [[status, resolve<ResponseObject>(document, response).description ?? '']],
  );
  return [
    `- **Errors:** ${errors.map(([status]) => `[\`${status}\`](${ROOT}/#errors)`).join(' ')}`,
    ...own.map(([status, text]) => `  - \`${status}\`: ${prose(text ?? '')}`),
    `- **Retries:** ${RETRIES[operation.retry]} [More](${ROOT}/#retries).`,
    ...pages(operation),
    `- **Operation id:** \`${operation.id}\``,
    '',
  ];
}

function pages({ pagination, resource, name }: Operation): string[] {
  if (!pagination) return [];
  const { items, token, in: place = 'query', page_size: size } = pagination;
  const call = `conversation.${resource}.${name}(…)`;
  if (!token) return [`- **Pages:** all of \`${items}\` come at once. \`for await\` over \`${call}\` gives each.`];
  const usual = size ? ` The client sends \`page_size=${size}\` when you send none, because the service answers nothing without.` : '';
  return [
    `- **Pages:** \`for await\` over \`${call}\` gives every one of \`${items}\` and asks for pages as it goes. With curl, send \`${token}\` of the answer as \`page_token\` in the ${place}.${usual}`,
  ];
}

/** The operation as the document has it. */
function rawOperation({ conversation, batch }: Reference['spec'], id: string): OperationObject & { 'x-any-of-query'?: string[] } {
  const operations = [conversation, batch]
    .flatMap(({ paths }) => Object.values(paths))
    .flatMap((item) => [item.get, item.post, item.put, item.patch, item.delete]);
  const found = operations.find((one) => one?.operationId === id);
  if (!found) throw new Error(`[@convapi/codegen] There is no operation ${id}.`);
  return found;
}
