import { fileURLToPath } from 'node:url';

/** Programs of `consumers/`, by what they do and who they do it with. */
export const CONSUMERS = {
  send: {
    convapi: 'convapi',
    '@sinch/conversation': 'sinch-conversation',
    '@sinch/sdk-core': 'sinch-sdk-core',
    'openapi-fetch by hand': 'openapi-fetch',
    'undici by hand': 'undici',
    twilio: 'twilio',
  },
  verify: {
    convapi: 'convapi',
    '@sinch/conversation': 'sinch-conversation',
    '@octokit/webhooks-methods': 'octokit',
    standardwebhooks: 'standardwebhooks',
    svix: 'svix',
    stripe: 'stripe',
  },
  card: { convapi: 'convapi', 'object literal': 'literal', '@discordjs/builders': 'discordjs' },
} as const;

export type ConsumerTask = keyof typeof CONSUMERS;

/** Subjects and paths of the programs that do one thing. */
export function consumersFor(task: ConsumerTask): { subject: string; path: string }[] {
  return Object.entries(CONSUMERS[task]).map(([subject, file]) => ({ subject, path: consumerPath(`${task}/${file}`) }));
}

/** Path of a program of `consumers/`. */
export function consumerPath(name: string): string {
  return fileURLToPath(new URL(`../../consumers/${name}.ts`, import.meta.url));
}
