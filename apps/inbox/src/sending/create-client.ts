import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, createConversationClient, type RateLimiter } from '@convapi/client';
import { openTelemetryHooks } from '@convapi/client/opentelemetry';
import type { InboxOptions } from '../inbox-options.ts';

/** For one try. What is sent has to be settled before its lease ends. */
const TIMEOUT_MS = 10_000;

/** The client that the inbox calls the service with. Spans and metrics of its calls go to OpenTelemetry where that is set up. */
export function createClient(options: InboxOptions, rateLimiter: RateLimiter): ConversationClient {
  const { projectId, region, keyId, keySecret, baseUrl, tokenUrl, fetch } = options;
  const auth = clientCredentials({ keyId, keySecret, tokenUrl, fetch });
  return createConversationClient({
    projectId,
    region,
    auth,
    baseUrl,
    fetch,
    timeoutMs: TIMEOUT_MS,
    rateLimiter,
    hooks: openTelemetryHooks(),
  });
}
