import { type Dispatcher, Pool } from 'undici';

/** Sends two callbacks for each message, and nothing more. */
export interface BareCallbacks {
  /** After the answer, one after the other. */
  send(): void;
  /** Waits until all have been taken. */
  settle(): Promise<void>;
}

/** Connections to the receiver, as many as the emulator has. */
const CONNECTIONS = 64;

/** As long as a report of the emulator. */
const BODY = JSON.stringify({ message_delivery_report: 'x'.repeat(500) });

/** The least that two callbacks can cost on the emulator's own library: one text for all, no signature, no log, no second try. */
export function createBareCallbacks(receiverUrl: string): BareCallbacks {
  const { origin, pathname } = new URL(receiverUrl);
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  let underWay = 0;
  let onSettled: () => void = () => undefined;

  function post(onTaken: () => void): void {
    const options: Dispatcher.DispatchOptions = {
      path: pathname,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: BODY,
    };
    pool.dispatch(options, {
      onRequestStart: () => undefined,
      onResponseEnd() {
        onTaken();
        underWay -= 1;
        if (underWay === 0) onSettled();
      },
      onResponseError(_, error) {
        throw error;
      },
    });
  }

  return {
    send() {
      underWay += 2;
      setImmediate(() => post(() => post(() => undefined)));
    },
    settle: () =>
      new Promise((resolve) => {
        if (underWay === 0) resolve();
        else onSettled = resolve;
      }),
  };
}
