import type { AppResponse, AppUpdateRequest, ConversationChannelCredential } from '@convapi/core';

/**
 * The body that adds a channel to an app, or replaces its credentials: the channels that the app has, without what only the service
 * writes, and the new one behind them. An update replaces the whole list, so that one with the new channel alone would lose the others.
 *
 * @param app The app, as it was read.
 * @param credential The channel with its credentials. LINE may have several, told apart by `credential_ordinal_number`.
 *
 * @example
 * ```ts
 * import { addChannel, type ConversationClient } from '@convapi/client';
 *
 * async function addViber(conversation: ConversationClient, id: string) {
 *   const app = await conversation.apps.get(id);
 *   await conversation.apps.update(id, addChannel(app, { channel: 'VIBERBM', static_bearer: { claimed_identity: '4711' } }));
 * }
 * ```
 */
export function addChannel(app: Pick<AppResponse, 'channel_credentials'>, credential: ConversationChannelCredential): AppUpdateRequest {
  const own = app.channel_credentials ?? [];
  const added = toSent(credential);
  const at = own.findIndex((one) => keyOf(one) === keyOf(credential));
  const sent = own.map(toSent);
  return { channel_credentials: at < 0 ? [...sent, added] : sent.with(at, added) };
}

function keyOf({ channel, credential_ordinal_number: ordinal = 0 }: ConversationChannelCredential): string {
  return `${channel} ${ordinal}`;
}

function toSent(credential: ConversationChannelCredential): ConversationChannelCredential {
  const { state: _, channel_known_id: __, ...sent } = credential;
  return sent as ConversationChannelCredential;
}
