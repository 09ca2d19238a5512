import type { AppMessage, SendMessageRequest } from '@convapi/core';
import {
  type CheckIssue,
  check,
  checkSend,
  commerce,
  flow,
  LIMITS,
  orderStatus,
  send,
  templateReference,
  text,
  toContact,
  whatsappParameters,
  withExplicitMessages,
  withOmniOverrides,
  withSpecificMessages,
} from '../src/index.ts';

const basics = { appId: 'a', to: toContact('c'), message: text('t') };
const product = {
  image: 'https://example.com/a.jpg',
  commerce: { type: 'REGULAR_PRICE_COMMERCE', title: 'a', regularPrice: 1 },
  buttons: [{ type: 'BK', name: 'a' }],
} as const;

// What must not compile.
// @ts-expect-error a recipient is needed
send({ appId: 'a', message: text('t') });
// @ts-expect-error a bare id is no recipient
send({ ...basics, to: 'c' });
// @ts-expect-error an unknown channel
send({ ...basics, channels: ['FAX'] });
// @ts-expect-error a week is no unit
send({ ...basics, ttl: '1w' });
// @ts-expect-error a unit is needed
send({ ...basics, ttl: '10' });
// @ts-expect-error an unknown setting
send({ ...basics, properties: { FAX_SENDER: 'a' } });
// @ts-expect-error yes is no boolean
send({ ...basics, properties: { SMS_FLASH_MESSAGE: 'yes' } });
// @ts-expect-error metadata is a text
send({ ...basics, metadata: { order: 17 } });
// @ts-expect-error the wire name is not the option's
send({ ...basics, correlation_id: 'c' });
// @ts-expect-error a flow is for WhatsApp
withSpecificMessages(text('t'), { KAKAOTALK: flow({ flowId: '1', cta: 'Go' }) });
// @ts-expect-error a product is for KakaoTalk
withSpecificMessages(text('t'), { WHATSAPP: commerce(product) });
// @ts-expect-error RCS has no such messages
withSpecificMessages(text('t'), { RCS: flow({ flowId: '1', cta: 'Go' }) });
// @ts-expect-error an unknown channel
withOmniOverrides(text('t'), { FAX: text('s') });
// @ts-expect-error a template has another key here
withOmniOverrides(text('t'), { WHATSAPP: { template_message: {} } });
// @ts-expect-error an unknown channel
withExplicitMessages(text('t'), { FAX: {} });
// @ts-expect-error a header has one kind of file
flow({ flowId: '1', cta: 'Go', header: { sound: 'https://example.com/a.mp3' } });
// @ts-expect-error a status that there is not
orderStatus({ payment: { referenceId: 'o', order: { status: 'lost' } } });
// @ts-expect-error a button has a payload or an address
whatsappParameters({ buttons: ['a'] });
// @ts-expect-error an unknown channel
check(text('t'), ['FAX']);
// @ts-expect-error channels are needed
check(text('t'));

// What must compile.
send({ ...basics, ttl: 7200, properties: { SMS_FLASH_MESSAGE: true, SMS_MAX_NUMBER_OF_MESSAGE_PARTS: 2 } }) satisfies SendMessageRequest;
send({ ...basics, ttl: '1.5h', channels: undefined, metadata: undefined });
withOmniOverrides(text('t'), { WHATSAPP: templateReference({ templateId: 't', version: '1' }) }) satisfies AppMessage;
withSpecificMessages(withExplicitMessages(text('t'), { RCS: '{}', SMS: {} }), { KAKAOTALK: commerce(product) }) satisfies AppMessage;
check(text('t'), ['VIBER', 'SMS']) satisfies CheckIssue[];
checkSend(send(basics), ['VIBER']) satisfies CheckIssue[];
LIMITS.WHATSAPP.choiceTitleChars.value satisfies 20;
