import type { CallOptions, PagePromise } from './call.ts';

/** A row of the operation table, read. */
export interface Operation {
  /** How the method is called: `messages.send`. */
  name: string;
  /** HTTP method. */
  method: string;
  /** Path with `{placeholders}`. */
  path: string;
  /** Names of the placeholders that the caller fills, in order. */
  parameters: string[];
  /** The host that serves it; that of the Conversation API unless said. */
  host?: 'template' | 'batch';
  /** The method takes a body, a query. */
  body?: boolean;
  query?: boolean;
  /** Repeating it changes nothing. */
  read: boolean;
  /** It sends something to a person: repeating it may send it twice. */
  sends?: boolean;
  /** Nothing is promised in the answer. */
  empty?: boolean;
  /** Key of the list in the answer, for operations that list. */
  items?: string;
  /** Items of a page when the caller does not say, for lists that the service leaves empty without. */
  pageSize?: string;
  /** Where the page token goes; the query unless said. */
  token?: 'body';
}

/** What a method hands on. */
export interface CallArguments {
  path: Record<string, unknown>;
  body?: object | undefined;
  query?: object | undefined;
  options?: CallOptions | undefined;
}

/** Makes a call. What is wrong with its arguments rejects, as everything else that fails a call. */
export type Caller = (operation: Operation, args: () => CallArguments) => PagePromise<unknown, unknown>;

/**
 * Reads a row: `messages.fetchLast POST /v1/…/messages:fetch-last-message body read items=messages token=body`.
 * Words after the path stand for the fields of the same name: alone they are `true`, with `=` they are text.
 */
export function parseOperation(row: string): Operation {
  const [name = '', method = '', path = '', ...words] = row.split(' ');
  const parameters = [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, parameter]) => parameter as string)
    .filter((parameter) => parameter !== 'project_id');
  const said = Object.fromEntries(words.map((word) => word.split('=')).map(([key, value = true]) => [key, value]));
  return { name, method, path, parameters, read: method === 'GET', ...said };
}
