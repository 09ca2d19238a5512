import { ConvapiError } from '@convapi/core';
import { isWebRequest } from './headers.ts';

/** What is looked at to tell frameworks apart: fields that each has, whichever copy or realm it comes from. */
interface Guise {
  raw?: Guise;
  req?: Guise;
  originalUrl?: unknown;
  httpVersion?: unknown;
  requestContext?: unknown;
}

/** The error for a request in another shape than the entry takes: names the entry for it. */
export function wrongInput(input: unknown): ConvapiError {
  return new ConvapiError(`[@convapi/webhook-verifier] This is not a request that is taken here. ${advise((input ?? {}) as Guise)}.`);
}

function advise(input: Guise): string {
  const { raw, req, originalUrl, httpVersion, requestContext } = input;
  if (isWebRequest(input)) return 'It is a web Request: pass it to what createWebhookHandler returns';
  if (isWebRequest(req?.raw) || isWebRequest(raw)) return 'In Hono pass c.req.raw';
  if (req?.httpVersion) return `${use('Koa', 'toNodeListener', 'node')} with ctx.req and ctx.res`;
  if (raw?.httpVersion) return use('Fastify', 'toFastifyPlugin', 'fastify');
  if (httpVersion) return originalUrl ? use('Express', 'toExpressHandler', 'express') : use('Node', 'toNodeListener', 'node');
  if (requestContext) return use('AWS Lambda', 'toLambdaHandler', 'lambda');
  return 'Pass a web Request to the handler; for Express, Fastify, Node, Koa and AWS Lambda there are /express, /fastify, /node and /lambda of this package';
}

function use(framework: string, adapter: string, entry: string): string {
  return `In ${framework} use ${adapter} of @convapi/webhook-verifier/${entry}`;
}
