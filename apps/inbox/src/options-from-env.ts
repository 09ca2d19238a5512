import { ConvapiError, REGIONS, type Region } from '@convapi/core';
import type { StartInboxOptions } from './start-inbox.ts';

const DEFAULT_PORT = 4020;

/**
 * Options from environment variables.
 *
 * @throws ConvapiError with one line for each variable that is missing or wrong.
 */
export function inboxOptionsFromEnv(env: Record<string, string | undefined>): StartInboxOptions {
  const problems: string[] = [];
  const required = (name: string, what: string): string => {
    const value = env[name]?.trim() ?? '';
    if (value === '') problems.push(`${name} is missing: ${what}.`);
    return value;
  };
  const options = {
    projectId: required('SINCH_PROJECT_ID', 'the id of the project'),
    keyId: required('SINCH_KEY_ID', 'the id of an access key of the project'),
    keySecret: required('SINCH_KEY_SECRET', 'the secret of that access key'),
    region: readRegion(required('SINCH_REGION', `the region of the app: ${REGIONS.join(', ')}`), problems),
    appId: required('SINCH_APP_ID', 'the id of the Conversation API app'),
    webhookSecrets: readSecrets(required('SINCH_WEBHOOK_SECRET', "the secret of the app's webhook")),
    baseUrl: optional(env.CONVAPI_BASE_URL),
    tokenUrl: optional(env.CONVAPI_TOKEN_URL),
    port: readPort(optional(env.PORT), problems),
    host: optional(env.HOST),
    dataDir: optional(env.INBOX_DATA),
    databaseUrl: optional(env.DATABASE_URL),
    publicUrl: optional(env.INBOX_URL)?.replace(/\/$/, ''),
    trustProxy: readYes('INBOX_TRUST_PROXY', env, problems),
    retentionDays: readNumber('INBOX_RETENTION_DAYS', env, problems),
    sendsPerSecond: readNumber('INBOX_SENDS_PER_SECOND', env, problems),
    metricsToken: optional(env.INBOX_METRICS_TOKEN),
  };
  if (problems.length > 0) {
    throw new ConvapiError(
      `[@convapi/inbox] The inbox needs other environment variables to start.\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return options;
}

/** A variable that is set to nothing counts as not set. */
function optional(value: string | undefined): string | undefined {
  const text = value?.trim() ?? '';
  return text === '' ? undefined : text;
}

/** Several secrets, with commas between them, while one is being replaced by another. */
function readSecrets(value: string): string[] {
  return value.split(',').map((secret) => secret.trim());
}

function readRegion(value: string, problems: string[]): Region {
  const region = REGIONS.find((name) => name === value.toLowerCase());
  if (region === undefined && value !== '') problems.push(`SINCH_REGION is "${value}": use ${REGIONS.join(', ')}.`);
  return region ?? REGIONS[0];
}

function readPort(value: string | undefined, problems: string[]): number {
  if (value === undefined) return DEFAULT_PORT;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) problems.push(`PORT is "${value}": use a number from 0 (any free port) to 65535.`);
  return port;
}

function readYes(name: string, env: Record<string, string | undefined>, problems: string[]): boolean | undefined {
  const value = optional(env[name]);
  if (value !== undefined && value !== 'yes' && value !== 'no') problems.push(`${name} is "${value}": use yes or no.`);
  return value === undefined ? undefined : value === 'yes';
}

function readNumber(name: string, env: Record<string, string | undefined>, problems: string[]): number | undefined {
  const value = optional(env[name]);
  if (value !== undefined && !(Number(value) > 0)) problems.push(`${name} is "${value}": use a number above 0.`);
  return value === undefined ? undefined : Number(value);
}
