import { toConnectionError } from '../transport/connection-error.ts';
import type { Transport } from '../transport/transport.ts';

/** Reads the JSON of an answer as a part of the attempt: one that was cut short is as lost as one that broke off. */
export function withJson(send: Transport): Transport {
  return async (request, signal) => {
    const response = await send(request, signal);
    const text = response.ok ? await response.text() : '';
    if (text === '') return response;
    try {
      response.data = JSON.parse(text);
    } catch (cause) {
      throw toConnectionError(request, cause);
    }
    return response;
  };
}
