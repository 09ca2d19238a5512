import type { AppMessage, Recipient } from '@convapi/core';
import {
  askLocation,
  calendar,
  call,
  card,
  carousel,
  check,
  choice,
  contactInfo,
  countSms,
  isMessageError,
  link,
  list,
  location,
  media,
  pin,
  render,
  reply,
  template,
  text,
  toContact,
  toIdentities,
} from '@convapi/message-builder';

const url = 'https://example.com/a.jpg';
export const messages: AppMessage[] = [
  text('Hello'),
  media(url),
  card({ title: 'Order 17', description: 'On its way', media: url, choices: [reply('Track', 'track-17'), link('Shop', url)] }),
  choice('Coming?', [reply('Yes'), call('Call', '+46700000000'), askLocation('Where?', 'Send your place')]),
  carousel([{ title: 'One' }, { title: 'Two' }]),
  location({ title: 'Here', latitude: 59.3, longitude: 18.1 }),
];
export const recipients: Recipient[] = [toContact('contact'), toIdentities({ RCS: '+46700000000', SMS: '+46700000000' })];
export const builders = [calendar, contactInfo, list, pin, template];

for (const issue of check(messages[2] as AppMessage, ['RCS', 'SMS'])) console.log(issue.severity, issue.message, issue.path);
export const shown = render(messages[0] as AppMessage, 'SMS').parts;
export const segments: number = countSms('Hello').segments;
export const ours = (error: unknown): number => (isMessageError(error) ? error.issues.length : 0);
