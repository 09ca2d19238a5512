import type { Claim } from './claim.ts';

/** Webhooks and their callbacks. */
export const CALLBACK_CLAIMS: readonly Claim[] = [
  ['faithful', 'source', 'five webhooks for an app', 'apps-and-webhooks.test.ts: allows five for an app and no more'],
  ['faithful', 'source', 'a target once in an app, no host of the service', 'apps-and-webhooks.test.ts: refuses %s'],
  ['faithful', 'source', 'a target of 742 characters at most', 'behaviour.test.ts: cannot have %s'],
  ['faithful', 'source', 'secrets are echoed', 'apps-and-webhooks.test.ts: gives back what was created, secret included'],
  [
    'faithful',
    'source',
    'DISMISS is not sent; each webhook gets an event once',
    'callbacks.test.ts: go once to every webhook that asked for them',
  ],
  [
    'faithful',
    'source',
    'a token for webhooks with client credentials, BASIC or FORM',
    'callbacks.test.ts: gets a token by %s and shows it until it ends',
  ],
  ['faithful', 'source', 'every trigger in the form of the spec', 'inbound.test.ts: can be caused: %s'],
  [
    'simplified',
    'source',
    'BATCH_STATUS_UPDATE: the body of a processed batch is known, the others follow it',
    'batch.test.ts: tells when it is scheduled, processed and cancelled: BATCH_STATUS_UPDATE',
  ],
  [
    'faithful',
    'source',
    '`read_message_event` on WhatsApp and RCS; that it means the last message is a guess',
    'quotes-and-reading.test.ts: marks the last message of the contact on %s',
  ],
  [
    'simplified',
    'guess',
    '`channel_specific_event`: a contact stops marketing messages on WhatsApp',
    'quotes-and-reading.test.ts: can be stopped by the contact, which is an event and no opt-out',
  ],
  ['faithful', 'source', 'reactions, comments and other events of a contact', 'inbound.test.ts: is any other event of the API: %s %j'],
  ['faithful', 'source', 'UNSUPPORTED with the payload as a text', 'inbound.test.ts: is nothing that the API has a form for: %j'],
  [
    'faithful',
    'source',
    'CHANNEL_EVENT, when control says so',
    'inbound.test.ts: reach every app with the channel, or the one that is named',
  ],
  [
    'simplified',
    'source',
    'smart conversations: what is found is made up, or said by the test',
    'inbound.test.ts: tell what a message says, and the message without personal data',
  ],
  ['faithful', 'source', 'the envelope', 'callbacks.test.ts: carry the envelope of the API and nothing that names the trigger'],
  [
    'faithful',
    'source',
    'signatures: HMAC-SHA256 of body, nonce and time',
    'callbacks.test.ts: are signed so that the verifier takes them',
  ],
  [
    'faithful',
    'guess',
    'retries on 5xx, 429 and lost connections, by the schedule of the SMS API',
    'callbacks.test.ts: are tried again after %d, later and later, signed anew',
  ],
  ['faithful', 'guess', 'other answers drop a callback', 'callbacks.test.ts: are dropped after %d'],
  [
    'simplified',
    'guess',
    'first attempts keep their order for a contact: the service promises none',
    'callbacks.test.ts: keep their order for a contact behind a slow first one',
  ],
];

/** Events, capability, templates and batches. */
export const OTHER_CLAIMS: readonly Claim[] = [
  [
    'simplified',
    'source',
    'events are sent on the first channel of the order, without the queue',
    'messages-and-events.test.ts: are sent, reported, kept and deleted',
  ],
  [
    'faithful',
    'source',
    'capability is echoed, and told by callback for each channel',
    'lookups.test.ts: is echoed at once and told by callback, for each channel that the app has',
  ],
  [
    'simplified',
    'source',
    'a channel that cannot tell is CAPABILITY_FULL',
    'lookups.test.ts: is echoed at once and told by callback, for each channel that the app has',
  ],
  [
    'simplified',
    'source',
    'CAPABILITY_PARTIAL and `channel_capabilities` are never told',
    'lookups.test.ts: is echoed at once and told by callback, for each channel that the app has',
  ],
  [
    'faithful',
    'source',
    'templates V1 ended; that it is a 404 is a guess',
    'requests.test.ts: says that version 1 of the templates is gone: %s %s',
  ],
  [
    'faithful',
    'source',
    'templates V2 begin at version 1, and a PUT names the id and the current one',
    'templates.test.ts: are replaced by whoever knows the current version',
  ],
  [
    'faithful',
    'source',
    'templates V2 come with each translation twice, the second time as `latest`',
    'templates.test.ts: come with a second copy of each translation, which may be sent back',
  ],
  [
    'faithful',
    'source',
    'placeholders, languages, overrides of a channel',
    'templates.test.ts: have their placeholders filled in the language asked for',
  ],
  [
    'simplified',
    'source',
    'templates that live on a channel are taken to exist',
    'templates.test.ts: give way to the template of the channel itself, with its own names',
  ],
  [
    'faithful',
    'source',
    'batches: one message to many, with values for each',
    'batch.test.ts: goes to all recipients, each with its own words',
  ],
  ['faithful', 'source', 'batches: `send_after` up to 7 days, rounded up to five minutes', 'batch.test.ts: planned %s is sent on time'],
  [
    'faithful',
    'source',
    'batches: `_batch_id` in the metadata',
    'batch.test.ts: reports with its id in the metadata, those of the recipient first',
  ],
  ['faithful', 'source', 'batches: cancelled before they are due', 'batch.test.ts: can be cancelled before it is due, and not after'],
  [
    'faithful',
    'source',
    'bulk changes of contacts and consents, after the answer',
    'batch.test.ts: create and delete contacts after the answer, and tell which',
  ],
];
