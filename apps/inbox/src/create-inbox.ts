import { claimDataFolder } from './data-folder/claim-data-folder.ts';
import type { InboxOptions } from './inbox-options.ts';
import { type Inbox, prepareInbox } from './prepare-inbox.ts';

/**
 * An inbox as a fetch handler, to mount in a server of your own. `startInbox` brings a server along.
 *
 * @throws ConvapiError when an option is missing or wrong, another process has the data folder, or the database does not open.
 * @example
 * ```ts
 * import { createInbox } from '@convapi/inbox';
 *
 * const inbox = await createInbox({
 *   projectId: 'project-id', region: 'eu', keyId: 'key-id', keySecret: 'key-secret', appId: 'app-id', webhookSecrets: 'secret',
 * });
 * await inbox.addAgent({ name: 'Anna', email: 'anna@example.com', role: 'admin', password: 'a long password' });
 * const health = await inbox.fetch(new Request('http://localhost/readyz'));
 * ```
 */
export async function createInbox(options: InboxOptions): Promise<Inbox> {
  const open = prepareInbox(options);
  return open(await claimDataFolder(options));
}
