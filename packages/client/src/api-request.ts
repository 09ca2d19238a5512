import type { Call } from './steps/step.ts';
import { TransportRequest } from './transport/transport.ts';

/** The `Request` that openapi-fetch makes: a request that knows its call. */
export class ApiRequest extends TransportRequest {
  readonly call: Call;

  constructor(url: string, { method, call }: { method: string; call: Call }) {
    super(url, { method, headers: call.headers, body: call.body && JSON.stringify(call.body) });
    this.call = call;
  }
}
