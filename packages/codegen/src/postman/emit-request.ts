import type { Spec } from '../load-spec.ts';
import type { Parameter } from '../openapi.ts';
import type { Operation } from '../read-operations.ts';
import { BODIES } from './bodies.ts';
import { type Item, jsonBody, type KeyValue, script, url } from './collection.ts';
import { exampleOf } from './example-of.ts';
import { capture, checkStatus, forget } from './scripts.ts';
import { CAPTURES, FORGETS, FREE_QUERY, PARAMETERS, TICKED } from './table.ts';

const HOSTS = { conversation: '{{BASE_URL}}', template: '{{TEMPLATE_URL}}', batch: '{{BATCH_URL}}' };

/** The request of one operation, ready to be sent, with the checks that follow it. */
export function emitRequest(spec: Spec, operation: Operation): Item {
  const body = bodyOf(spec, operation);
  return {
    id: operation.id,
    name: operation.summary || operation.id,
    event: [script('test', checksAfter(operation))],
    request: {
      method: operation.method,
      header: body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }],
      url: url(HOSTS[operation.host], pathOf(operation), queryOf(operation)),
      description: describe(operation),
      ...(body === undefined ? {} : { body: jsonBody(body) }),
    },
    response: [],
  };
}

/** The body of an operation: ours, else the example of the spec, else one made up from the schema. */
export function bodyOf(spec: Spec, operation: Operation): unknown {
  if (!operation.body) return undefined;
  return BODIES[operation.id] ?? exampleOf(spec.schemas, { $ref: `#/components/schemas/${operation.body}` });
}

/** The path with variables in place of its parameters. */
export function pathOf(operation: Operation): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => parameterValue(operation, name));
}

/** The value of a parameter in the example of an operation. */
export function parameterValue(operation: Operation, name: string): string {
  if (name === 'template_id' && operation.path.startsWith('/v1/')) return '{{TEMPLATE_V1}}';
  return PARAMETERS[name] ?? `{{${name.toUpperCase()}}}`;
}

/** The query that the example of an operation sends. */
export function sentQuery(operation: Operation): Record<string, string> {
  const ticked = TICKED[operation.id] ?? [];
  const sent = operation.query.filter(({ name, required }) => required === true || ticked.includes(name));
  return FREE_QUERY[operation.id] ?? Object.fromEntries(sent.map(({ name }) => [name, parameterValue(operation, name)]));
}

function queryOf(operation: Operation): KeyValue[] {
  const sent = sentQuery(operation);
  if (FREE_QUERY[operation.id]) return Object.entries(sent).map(([key, value]) => ({ key, value }));
  return operation.query.map((parameter) => {
    const { name, description } = parameter;
    return {
      key: name,
      value: sent[name] ?? valueToTick(parameter),
      ...(description === undefined ? {} : { description }),
      ...(name in sent ? {} : { disabled: true as const }),
    };
  });
}

function valueToTick({ name, schema }: Parameter): string {
  return PARAMETERS[name] ?? String(schema.default ?? schema.enum?.[0] ?? '');
}

function checksAfter(operation: Operation): string {
  const captured = CAPTURES[operation.id];
  const forgotten = FORGETS[operation.id];
  return [
    // The service answers 404 on operations that it has ended.
    checkStatus(operation.deprecated ? 404 : undefined),
    captured ? capture(captured.variable, captured.from) : '',
    forgotten ? forget(forgotten) : '',
  ].join('');
}

function describe(operation: Operation): string {
  const isOld = operation.deprecated ? ['**Deprecated.**'] : [];
  return [...isOld, operation.description, `In code: \`conversation.${operation.resource}.${operation.name}(…)\`.`]
    .filter(Boolean)
    .join('\n\n');
}
