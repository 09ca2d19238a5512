import type { Operation } from '../read-operations.ts';

/** When the client sends a call again, by what the call does. */
export const RETRIES: Readonly<Record<Operation['retry'], string>> = {
  read: 'A read. The client repeats it after `408`, `429`, `5xx` except `501`, time-outs and lost connections.',
  write: 'A write. The client repeats it only when the service did not take it: `429`, its own `503`, or the request never left.',
  send: 'A send. The client repeats it only when the service did not take it. An unknown outcome is a `DeliveryUnknownError`.',
};
