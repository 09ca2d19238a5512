import type { Place } from './place.ts';

/** What a call came to. A failed one carries a sentence that can be shown. */
export type Answer<T> = { ok: true; data: T } | { ok: false; status: number; message: string };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Calls of the page. */
export interface Api {
  /** A call of the control API, e.g. `control('GET', '/handsets')`. */
  control<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>>;
  /** A call of the control API that belongs to no project, e.g. `root('GET', '/namespaces')`. */
  root<T>(method: Method, path: string): Promise<Answer<T>>;
  /** A call of the Conversation API, made without an access key, e.g. `owner('GET', '/eu/v1/projects/…/apps')`. */
  owner<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>>;
  /** Puts a file into a store of the control API. */
  upload<T>(path: string, file: Blob): Promise<Answer<T>>;
}

const GONE = 'The emulator does not answer. Is it still running?';

export function createApi(place: Place, fetch: typeof globalThis.fetch, whenUnauthorized: () => void): Api {
  const send = async <T>(url: string, init: RequestInit): Promise<Answer<T>> => {
    let response: Response;
    try {
      response = await fetch(url, init);
    } catch {
      return { ok: false, status: 0, message: GONE };
    }
    const data = await readJson(response);
    if (response.ok) return { ok: true, data: data as T };
    if (response.status === 401) whenUnauthorized();
    return { ok: false, status: response.status, message: toMessage(data, response.status) };
  };
  const call = <T>(method: Method, url: string, body?: unknown): Promise<Answer<T>> =>
    // the emulator takes writes as JSON only, so that no form of another site can make one
    send(url, {
      method,
      ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }),
    });
  return {
    control: (method, path, body) => call(method, `${place.control}${path}`, body),
    root: (method, path) => call(method, `/_emulator${path}`),
    owner: (method, path, body) => call(method, `${place.control}/as-owner${path}`, body),
    upload: (path, file) => send(`${place.control}${path}`, { method: 'POST', headers: { 'content-type': file.type }, body: file }),
  };
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return { error: { message: text.slice(0, 300) } };
  }
}

/** The API nests its sentence in `error`, the control API does too. */
function toMessage(data: unknown, status: number): string {
  const { error } = (data ?? {}) as { error?: { message?: unknown } };
  return typeof error?.message === 'string' ? error.message : `The emulator answered ${status}.`;
}
