/** What we write of Postman's Collection format, version 2.1. */
export interface Collection {
  info: { _postman_id: string; name: string; description: string; schema: string };
  auth: Auth;
  event: Event[];
  variable: Variable[];
  item: Folder[];
}

export interface Folder {
  name: string;
  description: string;
  event?: Event[];
  item: Item[];
}

export interface Item {
  id: string;
  name: string;
  event: Event[];
  request: RequestDefinition;
  response: [];
}

export interface RequestDefinition {
  method: string;
  header: KeyValue[];
  url: Url;
  description: string;
  auth?: Auth;
  body?: Body;
}

export interface Url {
  raw: string;
  host: string[];
  path?: string[];
  query?: KeyValue[];
}

export interface KeyValue {
  key: string;
  value: string;
  description?: string;
  disabled?: true;
}

export type Body =
  | { mode: 'raw'; raw: string; options: { raw: { language: 'json' } } }
  | { mode: 'urlencoded'; urlencoded: { key: string; value: string }[] };

export interface Auth {
  type: 'bearer' | 'basic' | 'noauth';
  bearer?: { key: string; value: string; type: 'string' }[];
  basic?: { key: string; value: string; type: 'string' }[];
}

export interface Event {
  listen: 'prerequest' | 'test';
  script: { type: 'text/javascript'; exec: string[] };
}

export interface Variable {
  key: string;
  value: string;
  description?: string;
}

export const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** An event with a script of these lines. */
export function script(listen: Event['listen'], text: string): Event {
  return { listen, script: { type: 'text/javascript', exec: text.trim().split('\n') } };
}

/** A JSON body, indented as a person would write it. */
export function jsonBody(value: unknown): Body {
  return { mode: 'raw', raw: JSON.stringify(value, null, 2), options: { raw: { language: 'json' } } };
}

/** A URL that begins with a variable: `{{BASE_URL}}`, `/v1/projects`. */
export function url(host: string, path: string, query: KeyValue[] = []): Url {
  const sent = query.filter((one) => !one.disabled).map((one) => `${one.key}=${one.value}`);
  return {
    raw: `${host}${path}${sent.length > 0 ? `?${sent.join('&')}` : ''}`,
    host: [host],
    // An empty path would add a slash.
    ...(path === '' ? {} : { path: path.slice(1).split('/') }),
    ...(query.length > 0 ? { query } : {}),
  };
}
