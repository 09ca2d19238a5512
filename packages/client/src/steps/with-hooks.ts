import type { Step } from './step.ts';

/** Tells the hooks of a call about each attempt: from when it may go, waits before it left out, to its end. */
export function withHooks(next: Step): Step {
  return (request, call, signal) => {
    const end = call.hooks?.begin(request);
    const sending = next(request, call, signal);
    if (!end) return sending;
    return sending.then(
      (response) => {
        end({ response });
        return response;
      },
      (error: unknown) => {
        end({ error });
        throw error;
      },
    );
  };
}
