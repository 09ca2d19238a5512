import type { CallHooks } from '../hooks.ts';
import type { Transport } from '../transport/transport.ts';

/** Tells the hooks of a call about each attempt: from when it may go, waits before it left out, to its end. */
export function withHooks(send: Transport, hooks: CallHooks | undefined): Transport {
  if (!hooks) return send;
  return async (request, signal) => {
    const end = hooks.begin(request);
    const response = await send(request, signal).catch((error: unknown) => {
      end({ error });
      throw error;
    });
    end({ response });
    return response;
  };
}
