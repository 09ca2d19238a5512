import type { IncomingMessage } from 'node:http';
import type { NodeListener, NodeListenerOptions } from '../node-listener-options-node.ts';
import { isWebhookVerificationError, type WebhookVerificationError } from '../webhook-verification-error.ts';
import { answer } from './answer.ts';
import { checkNumber, refuseUnknown } from './check-options.ts';
import { findKeptBody, type KeptBody, wasParsed } from './kept-body-node.ts';
import { send, toRequest } from './node-messages-node.ts';
import { openBody } from './open-body-node.ts';
import { parsedTooEarly } from './parsed-too-early.ts';
import { quietly } from './quietly.ts';
import { readBody } from './raw-body.ts';
import { checkHandler, type FetchHandler } from './respond.ts';
import { wrongInput } from './wrong-input.ts';

/** A fetch handler as a listener of node:http; `fix` is what to do about a parser that came first. */
export function createNodeListener(handler: FetchHandler, options: NodeListenerOptions, fix: string): NodeListener {
  const { maxBodyBytes = 1_048_576, onError = (error: unknown) => console.error(error), ...unknown } = options;
  checkHandler(handler);
  refuseUnknown(unknown, 'maxBodyBytes or onError');
  checkNumber(maxBodyBytes, 0, 'maxBodyBytes');

  return async (req, res) => {
    if (!req?.headers || !req.socket || typeof res?.end !== 'function') throw wrongInput(req);
    try {
      await send(await respondTo(req), res, !req.complete);
    } catch (error) {
      // A sender that hung up needs no answer, and is no fault of ours.
      if (req.destroyed && !req.complete) return;
      await quietly(() => onError(error));
      if (!res.headersSent) await send(answer(500, 'handler_failed'), res, !req.complete);
    }
  };

  async function respondTo(req: IncomingMessage & KeptBody & { params?: object }): Promise<Response> {
    if (wasParsed(req, req)) return parsedTooEarly(fix, onError);
    try {
      const kept = findKeptBody(req);
      const body = kept === undefined ? openBody(req, maxBodyBytes) : await readBody(kept, maxBodyBytes);
      const request = toRequest(req, body);
      return request ? await handler(request, { params: req.params ?? {} }) : answer(400, 'bad_request');
    } catch (error) {
      if (isWebhookVerificationError(error)) return refuse(error);
      throw error;
    }
  }
}

/** With the message, unlike other refusals: this one is for the developer of the receiving side. */
function refuse(error: WebhookVerificationError): Response {
  const status = error.reason === 'body_too_large' ? 413 : 400;
  return Response.json({ reason: error.reason, message: error.message }, { status });
}
