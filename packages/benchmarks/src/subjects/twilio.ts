import twilio from 'twilio';
import { type ClientSettings, PHONE, type SubjectClient } from './subject.ts';

const TWILIO = 'https://api.twilio.com';

/** Another vendor's client, against its own API. It has no address option, so that its requests are turned to ours on the way. */
export function createClient({ baseUrl, keySecret }: ClientSettings): SubjectClient {
  const carrier = new twilio.RequestClient();
  const carry = carrier.request.bind(carrier);
  carrier.request = (options) => carry({ ...options, uri: options.uri.replace(TWILIO, baseUrl) });
  const client = twilio('AC0', keySecret, { httpClient: carrier });
  return {
    send: (body) => client.messages.create({ to: `+${PHONE}`, from: '+46700000001', body }),
    countItems: async () => (await client.messages.list({ pageSize: 20 })).length,
    readText: async (id) => (await client.messages(id).fetch()).body,
  };
}
