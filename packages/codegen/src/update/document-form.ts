import type { Document, OperationObject, Parameter, PathItem, Schema, Server } from '../openapi.ts';
import { canonical, isObject, type JsonObject } from './json.ts';
import { type Form, type Forms, formOf, mapValues } from './schema-form.ts';

/** What a document says: everything that is compared. Texts, tags, errors, headers and cookies are left out. */
export interface DocumentForm {
  /** By host with `{region}` in it. */
  hosts: Record<string, HostForm>;
  /** By method and path, whatever the parameters in it are called: `get /v1/projects/{}/apps`. */
  operations: Record<string, OperationForm>;
  /** Undefined when it describes none. */
  webhooks: Record<string, WebhookForm> | undefined;
  schemas: Forms;
}

export interface HostForm {
  regions: string[];
  defaultRegion: string | undefined;
}

export interface OperationForm {
  id: string | undefined;
  method: string;
  path: string;
  /** Undefined when the document names no server. */
  host: string | undefined;
  deprecated: boolean;
  /** Each way to authenticate with what it is; undefined when the document says nothing about it. */
  security: Record<string, unknown> | undefined;
  requirements: Record<string, string[]>[];
  /** By place and name, those of the path by place and position. */
  parameters: Record<string, ParameterForm>;
  body: BodyForm | undefined;
  /** Successes by status; `2XX` when the document says no more. */
  answers: Record<string, BodyForm>;
  source: OperationObject;
  shared: Parameter[];
  /** The methods of its path, in order. */
  order: string[];
}

export interface ParameterForm {
  in: string;
  name: string;
  required: boolean;
  deprecated: boolean;
  /** How a list is written: `form, exploded`. */
  style: string;
  form: Form;
  source: Parameter;
}

export interface BodyForm {
  required: boolean;
  /** JSON, or the first other kind of content when there is no JSON. */
  media: string | undefined;
  form: Form | undefined;
}

export interface WebhookForm {
  body: Form | undefined;
  source: OperationObject;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The form of a normalised document. */
export function documentForm(document: Document): DocumentForm {
  const servers = [document.servers, ...Object.values(document.paths).map((item) => item.servers)].flatMap((one) => one ?? []);
  const { webhooks = {} } = document;
  return {
    hosts: hostsOf(servers),
    operations: Object.fromEntries(
      Object.entries(document.paths).flatMap(([path, item]) =>
        methodsOf(item).map((method) => [
          addressOf(method, path),
          operationForm(document, item, method, path, item[method] as OperationObject),
        ]),
      ),
    ),
    webhooks:
      Object.keys(webhooks).length === 0
        ? undefined
        : mapValues(webhooks, ({ post }) => ({ body: bodyForm(post?.requestBody)?.form, source: post })),
    schemas: mapValues(document.components.schemas, formOf),
  };
}

/** In the order of the document. */
function methodsOf(item: PathItem): (typeof METHODS)[number][] {
  return Object.keys(item).flatMap((key) => METHODS.find((one) => one === key) ?? []);
}

/** Method and path, whatever the parameters in it are called. */
export function addressOf(method: string, path: string): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
}

/** `https://eu.host/`, `https://{region}.host` → `https://{region}.host`. */
export function hostOf({ url }: { url: string }): string {
  return url.replace(/^https:\/\/([a-z]{2}|\{\w+\})\./, 'https://{region}.').replace(/\/$/, '');
}

/** Documents list their regions as a variable of one server, or as one server each. */
function hostsOf(servers: Server[]): Record<string, HostForm> {
  const hosts: Record<string, HostForm> = {};
  for (const server of servers) {
    const [, region] = /^https:\/\/([a-z]{2})\./.exec(server.url) ?? [];
    const [variable] = Object.values(server.variables ?? {});
    const regions = region ? [region] : (variable?.enum ?? []);
    const known = hosts[hostOf(server)];
    hosts[hostOf(server)] = {
      regions: [...new Set([...(known?.regions ?? []), ...regions])],
      defaultRegion: known?.defaultRegion ?? variable?.default,
    };
  }
  return hosts;
}

function operationForm(document: Document, item: PathItem, method: string, path: string, operation: OperationObject): OperationForm {
  const own = (operation.parameters ?? []) as Parameter[];
  const isOwn = (one: Parameter) => own.some(({ name, in: place }) => name === one.name && place === one.in);
  const shared = ((item.parameters ?? []) as Parameter[]).filter((one) => !isOwn(one));
  const [server] = operation.servers ?? item.servers ?? document.servers ?? [];
  return {
    id: operation.operationId,
    method,
    path,
    host: server && hostOf(server),
    deprecated: operation.deprecated === true,
    security: securityOf(document, operation.security ?? document.security),
    requirements: operation.security ?? document.security ?? [],
    parameters: parametersOf(path, [...shared, ...own]),
    body: bodyForm(operation.requestBody),
    answers: answersOf(operation),
    source: operation,
    shared: [...shared, ...own],
    order: methodsOf(item),
  };
}

function parametersOf(path: string, parameters: Parameter[]): Record<string, ParameterForm> {
  const positions = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  return Object.fromEntries(
    parameters
      .filter((one) => one.in === 'query' || (one.in === 'path' && one.name !== 'project_id'))
      .map((one) => [`${one.in} ${one.in === 'path' ? positions.indexOf(one.name) : one.name}`, parameterForm(one)]),
  );
}

function parameterForm(source: Parameter): ParameterForm {
  const { name, in: place, required, deprecated, style = place === 'path' ? 'simple' : 'form', explode = style === 'form' } = source;
  const schema: Schema = source.schema ?? Object.values(source.content ?? {})[0]?.schema ?? {};
  return {
    in: place,
    name,
    required: required === true,
    deprecated: deprecated === true,
    style: `${style}${explode ? ', exploded' : ''}`,
    form: formOf(schema),
    source,
  };
}

/** A body, or undefined when there is none. */
function bodyForm(body: { required?: boolean; content?: Record<string, { schema?: Schema }> } | undefined): BodyForm | undefined {
  if (!body) return undefined;
  const kinds = Object.keys(body.content ?? {});
  const media = kinds.find((one) => /^application\/json\b/.test(one)) ?? kinds[0];
  const schema = body.content?.[media ?? '']?.schema;
  return { required: body.required === true, media: media?.split(';')[0], form: schema && formOf(schema) };
}

function answersOf({ responses }: OperationObject): Record<string, BodyForm> {
  const successes = Object.entries(responses ?? {}).filter(([status]) => /^2/.test(status));
  return Object.fromEntries(successes.map(([status, answer]) => [status.toUpperCase(), bodyForm({ content: {}, ...answer }) as BodyForm]));
}

/** Ways by what they are: names of schemes differ between documents. Texts do not count. */
function securityOf({ components }: Document, requirements: Record<string, string[]>[] | undefined): Record<string, unknown> | undefined {
  if (requirements === undefined) return undefined;
  return Object.fromEntries(
    requirements.map((requirement) => {
      const parts = Object.entries(requirement).map(([name, scopes]) => {
        const scheme = components.securitySchemes?.[name];
        return { way: isObject(scheme) ? wayOf(scheme) : name, scopes, scheme: withoutTexts(scheme) };
      });
      const way =
        parts.length === 0
          ? 'no authentication'
          : parts
              .map((one) => one.way)
              .sort()
              .join(' with ');
      return [way, canonical(parts.map(({ scopes, scheme }) => ({ scopes, scheme })))];
    }),
  );
}

function wayOf({ type, scheme, flows, in: place, name }: JsonObject): string {
  if (type === 'http') return `HTTP ${String(scheme).toLowerCase()}`;
  if (type === 'apiKey') return `key ${String(name)} in ${String(place)}`;
  const credentials = isObject(flows) ? flows.clientCredentials : undefined;
  return isObject(credentials) ? `OAuth2 client credentials at ${String(credentials.tokenUrl)}` : String(type);
}

function withoutTexts(node: unknown): unknown {
  if (!isObject(node)) return node;
  const kept = Object.entries(node).filter(([key]) => key !== 'description' && !key.startsWith('x-'));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === 'scopes' && isObject(value) ? Object.keys(value).sort() : withoutTexts(value)]),
  );
}
