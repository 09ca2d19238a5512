import { isTemplateHost } from './coverage.ts';
import type { DocumentForm } from './document-form.ts';
import type { DocumentKind, OurDocument } from './document-kinds.ts';
import { UpdateError } from './update-error.ts';

/**
 * Which document of the vendor a new one is: told by its servers, else by the operations that it shares with ours.
 *
 * @throws UpdateError when it is none.
 */
export function detectDocument(name: string, theirs: DocumentForm, ours: (kind: OurDocument) => DocumentForm): DocumentKind {
  const hosts = Object.values(theirs.operations).map(({ host }) => host);
  if (hosts.some((host) => host?.includes('conversationbatch.'))) return 'batch';
  if (hosts.some((host) => host?.includes('conversation.api.sinch.com'))) return 'conversation';
  if (hosts.every(isTemplateHost)) return 'template';
  const counts: [DocumentKind, number][] = [
    ['conversation', sharedWith(theirs, ours('conversation'), (host) => !isTemplateHost(host))],
    ['template', sharedWith(theirs, ours('conversation'), isTemplateHost)],
    ['batch', sharedWith(theirs, ours('batch'), () => true)],
  ];
  const [best] = counts.sort(([, a], [, b]) => b - a);
  if (best && best[1] > 0) return best[0];
  throw new UpdateError(
    `${name} shares no operation with the Conversation API. Is it the right document? If so, say --document conversation, template or batch.`,
  );
}

/** Operations with the same id, or the same method and path, on some of our hosts. */
function sharedWith(theirs: DocumentForm, ours: DocumentForm, isHost: (host: string | undefined) => boolean): number {
  const known = Object.entries(ours.operations).filter(([, { host }]) => isHost(host));
  const ids = new Set(known.map(([, { id }]) => id));
  const byId = Object.values(theirs.operations).filter(({ id }) => id !== undefined && ids.has(id)).length;
  return byId > 0 ? byId : known.filter(([address]) => address in theirs.operations).length;
}
