import { connect, createCallbacks, read } from './conversation';

/** Made at the first request: `next build` loads the routes where no settings are. */
export const server = once(() => {
  const conversation = connect();
  const appId = read('SINCH_APP_ID');
  return { conversation, appId, callbacks: createCallbacks(conversation, appId, read('SINCH_WEBHOOK_SECRET')) };
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
