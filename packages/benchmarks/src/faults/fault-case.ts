import { DATE_LIKE_NAME } from '../server/answers.ts';
import { type BenchServer, startBenchServer } from '../server/bench-server.ts';
import { FAULTS, type Fault } from '../server/fault.ts';
import { type CreateClient, type SubjectClient, settingsFor } from '../subjects/subject.ts';

/** Something that goes wrong, and what surviving it means. */
interface FaultCase {
  name: string;
  fault?: Fault;
  /** Does the client come through? A rejection counts as no. */
  survives(client: SubjectClient, server: BenchServer): Promise<boolean>;
}

const PATIENCE_MS = 10_000;

const sends = async (client: SubjectClient) => {
  await client.send('Hello');
  return true;
};

/** The cases, in the order of the table. */
export const FAULT_CASES: readonly FaultCase[] = [
  { name: 'token endpoint 503 once', fault: FAULTS.token503, survives: sends },
  { name: '401 that does not say "expired"', fault: FAULTS.unauthorized, survives: sends },
  { name: '503 once', fault: FAULTS.unavailable, survives: sends },
  {
    name: '429, waits as Retry-After says',
    fault: FAULTS.tooMany,
    async survives(client, { requests }) {
      await client.send('Hello');
      const [first, second] = callsOf(requests);
      return first !== undefined && second !== undefined && second.atMs - first.atMs >= 990;
    },
  },
  {
    name: 'connection reset during a read',
    fault: FAULTS.reset,
    survives: async (client) => (await client.readText('01FC66621')) !== undefined,
  },
  {
    name: 'reset after a send: not sent twice',
    fault: FAULTS.reset,
    async survives(client, { requests }) {
      await client.send('Hello').catch(() => {});
      return callsOf(requests).length === 1;
    },
  },
  { name: 'text like a date stays text', survives: async (client) => (await client.readText('01FC66621')) === DATE_LIKE_NAME },
  {
    name: 'id "../../apps" stays one segment',
    async survives(client, { requests }) {
      await client.readText('../../apps').catch(() => {});
      return callsOf(requests).every(({ path }) => /\/(contacts|Messages)\/[^/]+$/.test(path));
    },
  },
];

/** Names of the cases. */
export const FAULT_NAMES: readonly string[] = FAULT_CASES.map(({ name }) => name);

/** Puts a fresh client through one case; `undefined` when the fault cannot come its way, such as that of a token it does not use. */
export async function runFault(name: string, createClient: CreateClient): Promise<boolean | undefined> {
  const found = FAULT_CASES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No fault is named "${name}".`);
  const server = await startBenchServer({ record: true, ...(found.fault ? { fault: found.fault } : {}) });
  try {
    const client = createClient(settingsFor(server.url));
    const survived = await inTime(found.survives(client, server)).catch(() => false);
    const applies = found.fault === undefined || server.requests.some(({ method, path }) => found.fault?.strikes(method, path));
    return applies ? survived : undefined;
  } finally {
    await server.close();
  }
}

function callsOf(requests: BenchServer['requests']) {
  return requests.filter(({ path }) => !path.endsWith('/oauth2/token'));
}

async function inTime(work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
