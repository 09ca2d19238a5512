import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What an operator watches, in the format of Prometheus. */
export interface Metrics {
  callback(outcome: 'stored' | 'known' | 'refused' | 'failed'): void;
  sendSettled(): void;
  sendFailed(state: 'unsent' | 'unsure'): void;
  request(method: string, route: string, status: number, seconds: number): void;
  /** Asks for numbers that are looked up when somebody asks. */
  onCollect(numbers: { listeners: () => number; sendsWaiting: () => Promise<number> }): void;
  /** All of it as text, and its content type. */
  read(): Promise<{ type: string; text: string }>;
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** A registry of its own: several inboxes may run in one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const callbacks = new Counter({
    name: 'inbox_callbacks_total',
    help: 'Requests to /webhook, by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const tries = new Counter({ name: 'inbox_send_tries_total', help: 'Tries to send a message that came to an end', registers });
  const failures = new Counter({
    name: 'inbox_send_failures_total',
    help: 'Tries that did not, or perhaps did not, reach the service',
    labelNames: ['state'],
    registers,
  });
  const seconds = new Histogram({
    name: 'inbox_http_request_seconds',
    help: 'Requests, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  return {
    callback: (outcome) => callbacks.inc({ outcome }),
    sendSettled: () => tries.inc(),
    sendFailed: (state) => failures.inc({ state }),
    request: (method, route, status, took) => seconds.observe({ method, route, status }, took),
    onCollect({ listeners, sendsWaiting }) {
      new Gauge({
        name: 'inbox_live_connections',
        help: 'Pages that listen for changes',
        registers,
        collect() {
          this.set(listeners());
        },
      });
      new Gauge({
        name: 'inbox_sends_waiting',
        help: 'Messages that are under way to the service, over all copies of the inbox',
        registers,
        async collect() {
          this.set(await sendsWaiting().catch(() => Number.NaN));
        },
      });
    },
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
