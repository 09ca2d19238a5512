import type { ChannelNews } from '../resources/apps/index.ts';
import { type Fields, optional, toObject, toText } from './control-fields.ts';

/** The body of `POST /_emulator/channels/{channel}/events`. */
export function toChannelNews({ event_type: type, additional_data: data, app_id: appId }: Fields): {
  news: ChannelNews;
  only: { app_id?: string };
} {
  return {
    news: { event_type: toText('event_type', type), ...(data === undefined ? {} : { additional_data: toObject('additional_data', data) }) },
    only: optional('app_id', appId),
  };
}
