import type { Spec } from '../load-spec.ts';
import type { Document } from '../openapi.ts';
import type { DocumentKind } from './document-kinds.ts';
import { UpdateError } from './update-error.ts';

/**
 * Which of our two documents a new one is meant to replace: told by its servers, else by the operations that it shares.
 *
 * @throws UpdateError when it is neither.
 */
export function detectDocument(name: string, theirs: Document, spec: Spec): DocumentKind {
  const hosts = (theirs.servers ?? []).map(({ url }) => url).join(' ');
  if (hosts.includes('conversationbatch.')) return 'batch';
  if (hosts.includes('conversation.api.sinch.com')) return 'conversation';
  const shared = { conversation: sharedWith(theirs, spec.conversation), batch: sharedWith(theirs, spec.batch) };
  if (shared.conversation === 0 && shared.batch === 0) {
    throw new UpdateError(
      `${name} shares no operation with the Conversation API. Is it the right document? If so, say --document conversation or batch.`,
    );
  }
  return shared.batch > shared.conversation ? 'batch' : 'conversation';
}

function sharedWith(theirs: Document, ours: Document): number {
  const known = new Set(idsOf(ours));
  return idsOf(theirs).filter((id) => known.has(id)).length;
}

function idsOf(document: Document): string[] {
  return Object.values(document.paths)
    .flatMap((item) => [item.get, item.post, item.put, item.patch, item.delete])
    .flatMap((operation) => operation?.operationId ?? []);
}
