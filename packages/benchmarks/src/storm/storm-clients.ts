import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { sendBody } from '../subjects/by-hand.ts';
import { loadSubject } from '../subjects/load-subject.ts';
import type { ClientSettings, SubjectClient } from '../subjects/subject.ts';

/** Cold clients that can send. */
export type StormClient = Pick<SubjectClient, 'send'>;

const SHARED = 'convapi, auth shared';

/** Who is put into the storm. */
export const STORM_SUBJECTS: readonly string[] = [
  'convapi',
  SHARED,
  '@sinch/conversation',
  '@sinch/sdk-core',
  'openapi-fetch by hand',
  'fetch by hand',
  'undici by hand',
];

/** So many clients, as cold as after a deployment; each with a token of its own, or all with one authenticator. */
export async function createStormClients(subject: string, count: number, settings: ClientSettings): Promise<StormClient[]> {
  if (subject === SHARED) return withSharedAuth(count, settings);
  const createClient = await loadSubject(subject);
  return Array.from({ length: count }, () => createClient(settings));
}

function withSharedAuth(count: number, settings: ClientSettings): StormClient[] {
  const { projectId, baseUrl } = settings;
  const auth = clientCredentials(settings);
  return Array.from({ length: count }, () => {
    const conversation = createConversationClient({ projectId, region: 'eu', auth, baseUrl });
    return { send: (text: string) => conversation.messages.send(sendBody(settings, text)) };
  });
}
