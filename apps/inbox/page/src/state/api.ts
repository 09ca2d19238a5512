import type { Problem } from '../../../src/api/contract.ts';

/** What the inbox said. `status` 0: it did not answer, and nobody knows what became of the request. */
export type Answer<T> = { ok: true; data: T } | { ok: false; status: number; problem: Problem };

export interface Api {
  /** @param body JSON; without one nothing is sent */
  call<T>(method: Method, path: string, body?: object): Promise<Answer<T>>;
  /** Sends a file as it is. */
  upload<T>(path: string, file: File): Promise<Answer<T>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Longer than the inbox takes for anything but a large file. */
const TIMEOUT_MS = 30_000;
const UPLOAD_TIMEOUT_MS = 300_000;

/** The API of the inbox. `onSignedOut` is told when the session is over. */
export function createApi(onSignedOut: () => void): Api {
  const ask = async <T>(path: string, init: RequestInit, timeoutMs: number): Promise<Answer<T>> => {
    let response: Response;
    try {
      response = await fetch(`/api${path}`, { ...init, signal: AbortSignal.timeout(timeoutMs) });
      if (response.ok) return { ok: true, data: (response.status === 204 ? undefined : await response.json()) as T };
    } catch {
      return noAnswer('The inbox does not answer.');
    }
    if (response.status === 401) onSignedOut();
    const problem = await response.json().catch(() => undefined);
    return isProblem(problem)
      ? { ok: false, status: response.status, problem }
      : { ...noAnswer(`The inbox failed (${response.status}).`), status: response.status };
  };
  return {
    call: (method, path, body) =>
      ask(
        path,
        body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
        TIMEOUT_MS,
      ),
    upload: (path, file) =>
      ask(path, { method: 'POST', headers: { 'content-type': file.type || 'application/octet-stream' }, body: file }, UPLOAD_TIMEOUT_MS),
  };
}

function noAnswer(detail: string): { ok: false; status: number; problem: Problem } {
  return { ok: false, status: 0, problem: { status: 0, title: 'No answer', detail } };
}

function isProblem(value: unknown): value is Problem {
  return typeof (value as Problem | undefined)?.detail === 'string';
}

/** `/conversations/` with what stands for the conversation, which may be anything that an address holds. */
export function pathOf(conversationId: string, rest = ''): string {
  return `/conversations/${encodeURIComponent(conversationId)}${rest}`;
}
