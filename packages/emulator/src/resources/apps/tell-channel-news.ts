import type { ConversationChannel } from '@convapi/core';
import type { Publish } from '../../news/index.ts';
import { channelsOf, type KnownApps } from './known-apps.ts';

/** Something that changed on a channel itself, such as the quality rating of a sender. */
export interface ChannelNews {
  /** E.g. `WHATS_APP_QUALITY_RATING_CHANGED`. There is no closed list. */
  event_type: string;
  /** Details, whose form depends on the type, e.g. `{ quality_rating: 'GREEN' }`. */
  additional_data?: Record<string, unknown>;
}

/** Tells every app that has the channel, or only the one that is named. @returns the apps that were told */
export function tellChannelNews(
  world: KnownApps & { publish: Publish },
  channel: ConversationChannel,
  news: ChannelNews,
  appId?: string,
): string[] {
  const apps = [...world.store.apps.values()].filter((app) => channelsOf(app).includes(channel) && (appId ?? app.id) === app.id);
  for (const { id } of apps) {
    const payload = { channel_event: { channel, event_type: news.event_type, additional_data: news.additional_data ?? {} } };
    world.publish({ trigger: 'CHANNEL_EVENT', appId: id, lane: channel, payload });
  }
  return apps.map(({ id }) => id);
}
