import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type Answer, MAX_ANSWER_BYTES, type Send, type Shot } from './shot.ts';

/** Nothing listens there, or the name is none. */
const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/**
 * Sends through node:http, which writes what fetch would tidy up: repeated header lines, their casing, and chunks as
 * they are cut. One connection a request, so that a server that left a body unread cannot spoil the next check.
 */
export function sendOverHttp(url: string, timeoutMs: number): Send {
  const start = url.startsWith('https:') ? requestHttps : requestHttp;
  return (shot) =>
    new Promise((resolve) => {
      const signal = AbortSignal.timeout(timeoutMs);
      const fail = (error: NodeJS.ErrnoException) => resolve(toFailure(error, signal));
      const request = start(url, { method: shot.method, agent: false, signal }, (response) => {
        response.on('error', fail);
        read(response, (body) => {
          resolve({ status: response.statusCode ?? 0, body });
          // A server may answer before it has read everything: nobody waits for the rest.
          request.destroy();
        });
      });
      request.on('error', fail);
      write(request, shot);
    });
}

function write(request: ClientRequest, { headers, parts }: Shot): void {
  for (const [name, value] of headers) request.appendHeader(name, value);
  const [only] = parts;
  if (parts.length < 2) request.end(only);
  else writeParts(request, parts);
}

/** Each part when the one before has left, so that it reaches the server as a chunk of its own. */
function writeParts(request: ClientRequest, [part, ...rest]: readonly Uint8Array[]): void {
  if (part === undefined) request.end();
  else
    request.write(part, (error) => {
      if (!error) writeParts(request, rest);
    });
}

function read(response: IncomingMessage, done: (body: string) => void): void {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const finish = () => done(Buffer.concat(chunks).toString('utf8', 0, MAX_ANSWER_BYTES));
  response.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MAX_ANSWER_BYTES) finish();
  });
  response.on('end', finish);
}

function toFailure(error: NodeJS.ErrnoException, signal: AbortSignal): Answer {
  if (signal.aborted) return { failure: 'timeout', detail: 'no answer in time' };
  const code = error.code ?? error.name;
  return { failure: UNREACHABLE.includes(code) ? 'refused' : 'closed', detail: code };
}
