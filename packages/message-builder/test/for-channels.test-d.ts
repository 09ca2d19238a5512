import type { Choice } from '@convapi/core';
import { askLocation, call, flow, forChannels, link, notificationTemplate, pin, reply, text } from '../src/index.ts';

const url = 'https://example.com/a.jpg';
const place = { title: 'Shop', latitude: 1, longitude: 2 };
const r = reply('A');
declare const some: Choice[];

const whatsapp = forChannels(['WHATSAPP']);
const both = forChannels(['WHATSAPP', 'SMS']);
const viber = forChannels(['VIBERBM', 'SMS']);
const viberAndWhatsApp = forChannels(['VIBERBM', 'WHATSAPP']);
const messenger = forChannels(['MESSENGER']);
const rich = forChannels(['RCS', 'INSTAGRAM']);
const rcs = forChannels(['RCS', 'SMS', 'MMS']);
const unknown = forChannels(['APPLEBC', 'KAKAOTALKCHAT']);

// @ts-expect-error an unknown channel
forChannels(['FAX']);

// Choices: what must not compile.
// @ts-expect-error WhatsApp has three reply buttons
both.choice('Which?', [r, r, r, r]);
both.choice('Which?', [
  r,
  // @ts-expect-error WhatsApp does not mix replies and links
  link('B', url),
]);
both.choice('Which?', [
  // @ts-expect-error WhatsApp has no call button
  call('Call', '+46701234567'),
]);
// @ts-expect-error how many they are is not known
both.choice('Which?', some);
viber.choice('Which?', [
  // @ts-expect-error Viber BM has no reply button
  reply('A'),
]);
// @ts-expect-error Viber BM has one button
viber.choice('Which?', [link('A', url), link('B', url)]);
viberAndWhatsApp.choice('Which?', [
  // @ts-expect-error a call is a button on one of the two only
  call('Call', '+46701234567'),
]);
// @ts-expect-error Messenger has three buttons
messenger.choice('Which?', [r, r, r, r]);
// @ts-expect-error the footer is for WhatsApp
rich.choice('Which?', [r], { whatsappFooter: 'F' });

// Cards: what must not compile.
// @ts-expect-error WhatsApp has three reply buttons
both.card({ title: 'T', choices: [r, r, r, r] });
// @ts-expect-error a card on Viber BM has an image
viber.card({ title: 'T', choices: [link('A', url)] });
// @ts-expect-error a card on Viber BM has a button
viber.card({ title: 'T', media: url });
// @ts-expect-error the header is for WhatsApp
rich.card({ title: 'T', whatsappHeader: 'H' });

// Messages that a channel does not carry.
// @ts-expect-error WhatsApp has no carousel
both.carousel([{ title: 'One' }]);
// @ts-expect-error Instagram shows no choices below a carousel
rich.carousel([{ title: 'One' }], { choices: [r] });
// @ts-expect-error Instagram has no map
rich.location(place);
// @ts-expect-error Viber BM has no map
viber.location(place);
// @ts-expect-error SMS has no list
both.list({ title: 'L', sections: [{ items: [{ title: 'A' }] }] });
// @ts-expect-error RCS has no list
rcs.list({ title: 'L', sections: [{ items: [{ title: 'A' }] }] });

// Templates, messages of one channel, recipients.
// @ts-expect-error WhatsApp needs a language
whatsapp.template({ channels: { WHATSAPP: { templateId: 't' } } });
// @ts-expect-error LINE is not among the channels
whatsapp.template({ channels: { LINE: { templateId: 't' } } });
// @ts-expect-error LINE is not among the channels
whatsapp.withSpecificMessages(text('a'), { LINE: notificationTemplate({ templateKey: 'k' }) });
// @ts-expect-error a flow is no message of LINE
forChannels(['LINE']).withSpecificMessages(text('a'), { LINE: flow({ flowId: '1', cta: 'Go' }) });
// @ts-expect-error RCS is not among the channels
both.toIdentities({ RCS: '+46701234567' });

// What must compile.
both.choice('Which?', [r]);
both.choice('Which?', [r, r, r], { whatsappFooter: 'F' });
both.choice('Which?', [link('A', url)]);
both.card({ title: 'T', media: url, choices: [r, r], whatsappHeader: 'H' });
both.location(place);
both.toIdentities({ WHATSAPP: '+46701234567', SMS: '+46701234567' });
both.template({ channels: { WHATSAPP: { templateId: 't', languageCode: 'en' } } });
whatsapp.list({ title: 'L', sections: [{ items: [{ title: 'A' }] }] });
whatsapp.withSpecificMessages(text('a'), { WHATSAPP: flow({ flowId: '1', cta: 'Go' }) });
viber.choice('Which?', [pin(place)]);
viber.card({ media: url, choices: [link('A', url)] });
viberAndWhatsApp.choice('Which?', [link('A', url)]);
messenger.choice('Which?', [r, call('B', '+46701234567'), askLocation('C', url)]);
messenger.card({ choices: [r, r, r, r] });
rcs.choice('Which?', some);
rcs.carousel([{ title: 'One', choices: some }], { choices: some });
rcs.location(place);
unknown.list({ title: 'L', sections: [{ items: [{ title: 'A' }] }] });
unknown.carousel([{ title: 'One' }]);
