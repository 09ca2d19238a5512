import { clientCredentials } from '@convapi/auth';
import { type ConversationClient, createConversationClient } from '@convapi/client';
import type { InboxOptions } from '../inbox-options.ts';

/** A person waits for the answer. */
const TIMEOUT_MS = 20_000;

/** The client that the inbox sends with. */
export function createClient({ projectId, region, keyId, keySecret, baseUrl, tokenUrl, fetch }: InboxOptions): ConversationClient {
  const auth = clientCredentials({ keyId, keySecret, tokenUrl, fetch });
  return createConversationClient({ projectId, region, auth, baseUrl, fetch, timeoutMs: TIMEOUT_MS });
}
