import { HOSTS } from './generated/operations.ts';

type Host = keyof typeof HOSTS;

/** Where each host is. The batch host reuses paths of the Conversation API, so on one shared address it needs a folder of its own. */
export function addressesOf(region: string, baseUrl: string | undefined): Record<Host, string> {
  const shared = baseUrl?.replace(/\/+$/, '');
  const addressOf = (host: Host, folder = '') => (shared === undefined ? HOSTS[host].replace('{region}', region) : shared + folder);
  return { conversation: addressOf('conversation'), template: addressOf('template'), batch: addressOf('batch', '/batch') };
}
