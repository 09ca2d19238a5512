import type { GetChannelProfileRequest, GetChannelProfileResponse } from '@convapi/core';
import { invalidField, type Operation, Refusal } from '../../operations/index.ts';
import { channelsOf, type KnownApps, requireApp } from '../apps/index.ts';
import { type ChannelAnswers, identityKey, toReason } from '../channels/index.ts';
import type { KnownContacts } from './known-contacts.ts';
import { findAsked } from './recipients.ts';

/** What profiles are looked up with. */
export type ProfilesWorld = KnownApps &
  KnownContacts & {
    answers: Pick<ChannelAnswers, 'get'>;
    store: {
      /** Names that contacts have on a channel, by the key of the address. */
      profiles: Pick<ReadonlyMap<string, string>, 'get'>;
    };
  };

/** The name that a contact has on a channel: the one that control gave it, else that of the contact, else a made-up one. */
export const getChannelProfile: Operation<ProfilesWorld> = (world, { body }): GetChannelProfileResponse => {
  const { app_id: appId, recipient, channel } = body as GetChannelProfileRequest;
  const app = requireApp(world, appId);
  // VIBER, the retired bot, is no channel that an app can have any more, but one that can be asked.
  if (channel !== 'VIBER' && !channelsOf(app).includes(channel)) throw invalidField('channel', `is not configured on app ${app.id}`);
  const { contact, identities } = findAsked(world, app, recipient);
  const address = identities.find((one) => one.channel === channel);
  if (!address) throw invalidField('recipient', `has no identity on ${channel}`);
  const answer = world.answers.get(channel, address.identity);
  if (answer.status === 'FAILED') throw new Refusal('NOT_FOUND', `No profile: ${toReason(answer).description}`);
  const named = contact?.display_name === 'Unknown' ? undefined : contact?.display_name;
  return { profile_name: world.store.profiles.get(identityKey(channel, address.identity)) ?? named ?? `A user of ${channel}` };
};
