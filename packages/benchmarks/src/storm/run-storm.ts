import { type BenchServer, startBenchServer } from '../server/bench-server.ts';
import { VENDOR_BUCKET } from '../server/token-bucket.ts';
import { settingsFor } from '../subjects/subject.ts';
import { createStormClients } from './storm-clients.ts';

/** How a subject came through. */
export interface StormOutcome {
  /** Sends that were taken. */
  succeeded: number;
  tokenRequests: number;
  /** Seconds until the last send was taken; 0 when none was. */
  seconds: number;
}

/** Lets so many clients send their first message at once, against a token endpoint with the vendor's limit. */
export async function runStorm(subject: string, clients: number): Promise<StormOutcome> {
  return withServer(async (server) => outcomeOf(await createStormClients(subject, clients, settingsFor(server.url)), server));
}

/** Lets one cold client send so many messages at once: does it ask for one token, or for as many? */
export async function runRush(subject: string, sends: number): Promise<StormOutcome> {
  return withServer(async (server) => {
    const [client] = await createStormClients(subject, 1, settingsFor(server.url));
    return outcomeOf(client ? Array.from({ length: sends }, () => client) : [], server);
  });
}

async function withServer(work: (server: BenchServer) => Promise<StormOutcome>): Promise<StormOutcome> {
  const server = await startBenchServer({ record: true, bucket: VENDOR_BUCKET });
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

async function outcomeOf(clients: Awaited<ReturnType<typeof createStormClients>>, { requests }: BenchServer): Promise<StormOutcome> {
  const startedAt = performance.now();
  let lastMs = startedAt;
  const sends = clients.map(async (client) => {
    await client.send('Hello');
    lastMs = performance.now();
  });
  const results = await Promise.allSettled(sends);
  return {
    succeeded: results.filter(({ status }) => status === 'fulfilled').length,
    tokenRequests: requests.filter(({ path }) => path.endsWith('/oauth2/token')).length,
    seconds: (lastMs - startedAt) / 1000,
  };
}
