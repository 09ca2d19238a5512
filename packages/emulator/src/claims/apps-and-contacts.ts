import type { Claim } from './claim.ts';

/** Apps, contacts, conversations, consents and settings. */
export const APP_CLAIMS: readonly Claim[] = [
  [
    'faithful',
    'source',
    'DISPATCH is the mode of new apps, and nothing is stored',
    'apps-and-webhooks.test.ts: starts in DISPATCH mode and stores nothing, as apps of today do',
  ],
  [
    'faithful',
    'source',
    'a PATCH replaces the list of credentials',
    'apps-and-webhooks.test.ts: replaces the whole list of credentials on PATCH',
  ],
  [
    'faithful',
    'source',
    'the order of credentials is the priority of the app',
    'sending.test.ts: is for a contact the active channel, then its priority, then that of the app',
  ],
  [
    'faithful',
    'source',
    'a mask changes its fields only',
    'apps-and-webhooks.test.ts: changes only the fields of the mask, and clears those that the body lacks',
  ],
  ['faithful', 'source', 'only LINE may have several credentials', 'apps-and-webhooks.test.ts: refuses a channel twice'],
  ['faithful', 'source', 'credentials have the form of their channel', 'requests.test.ts: names the credentials of an app: %s'],
  [
    'simplified',
    'source',
    '`state` is ACTIVE at once: credentials are not tried',
    'apps-and-webhooks.test.ts: gives back what was created',
  ],
  [
    'faithful',
    'source',
    'deleting an app leaves the contacts',
    'apps-and-webhooks.test.ts: takes its webhooks, conversations and messages along when deleted, but no contacts',
  ],
  [
    'simplified',
    'source',
    'MESSAGE_EXPIRE_POLICY: to the millisecond rather than once a day',
    'retries-and-retention.test.ts: of MESSAGE_EXPIRE_POLICY deletes each message when its time is over, and leaves the conversation',
  ],
  [
    'simplified',
    'source',
    'CONVERSATION_EXPIRE_POLICY: as above; that nobody is told is a guess',
    'retries-and-retention.test.ts: of CONVERSATION_EXPIRE_POLICY deletes the whole conversation when its last message is too old',
  ],
  [
    'faithful',
    'source',
    'PERSIST_RETENTION_POLICY keeps everything',
    'retries-and-retention.test.ts: of PERSIST_RETENTION_POLICY keeps everything',
  ],
  [
    'faithful',
    'guess',
    'a changed policy holds for what is kept already',
    'retries-and-retention.test.ts: follows a policy that is changed, for what is kept already too',
  ],
  [
    'faithful',
    'source',
    'DISPATCH keeps messages for 0 to 7 days',
    'retries-and-retention.test.ts: of DISPATCH mode keeps messages for as many days as the app asks, and none by default',
  ],
];

export const CONTACT_CLAIMS: readonly Claim[] = [
  [
    'faithful',
    'source',
    'an empty name is `Unknown`, numbers have no plus',
    'contacts-and-conversations.test.ts: keeps numbers without plus and a name, and a priority only when one is given',
  ],
  [
    'faithful',
    'source',
    'made by a send or an inbound message of an unknown address',
    'sending.test.ts: makes contact and conversation, then submits and reports',
  ],
  [
    'faithful',
    'guess',
    'a send adds the addresses that the contact lacks',
    'sending.test.ts: adds an address that the contact lacks, so that the reply to a fallback finds it',
  ],
  ['faithful', 'source', 'a name on WhatsApp fills an empty one', 'inbound.test.ts: becomes that of the contact, unless it has one'],
  [
    'faithful',
    'source',
    'addresses of Messenger, Instagram and Viber belong to an app',
    'sending.test.ts: keeps app-scoped addresses apart',
  ],
  ['simplified', 'source', 'addresses of Telegram are shared by all apps: the sources disagree'],
  [
    'faithful',
    'source',
    'found by external id, or by channel and identity',
    'contacts-and-conversations.test.ts: finds by external id and by address, with or without plus',
  ],
  [
    'faithful',
    'source',
    'pages of 10, at most 20; tokens survive what is added meanwhile',
    'behaviour.test.ts: of %s neither repeat nor hide what was there, whatever is added meanwhile',
  ],
  [
    'faithful',
    'source',
    'a merge moves addresses that the other lacks, empty fields and conversations',
    'contacts-and-conversations.test.ts: moves addresses that the other lacks, empty fields and conversations',
  ],
  [
    'faithful',
    'source',
    'a merge joins two active conversations of an app',
    'contacts-and-conversations.test.ts: joins two active conversations of one app',
  ],
  ['faithful', 'source', 'identity conflicts are listed', 'contacts-and-conversations.test.ts: lists addresses that several contacts have'],
  [
    'faithful',
    'source',
    'CONTACT_IDENTITIES_DUPLICATION while a message is handled',
    'sending.test.ts: tells of addresses that two contacts have',
  ],
  [
    'faithful',
    'source',
    'unified contact ids need a project without conflicts',
    'project-settings.test.ts: unify contact ids only when no identity conflicts are left',
  ],
  [
    'faithful',
    'guess',
    'with unified ids a number is one contact on all phone channels',
    'project-settings.test.ts: find the contact of a number on any phone channel',
  ],
  [
    'simplified',
    'source',
    'channel profiles on MESSENGER, INSTAGRAM, VIBER and LINE: names are made up',
    'lookups.test.ts: have the name of the contact, or a made-up one',
  ],
  [
    'faithful',
    'source',
    'OPT_IN and OPT_OUT of Viber and Telegram',
    'consents.test.ts: are told of on %s, and get no more messages until they start it',
  ],
  [
    'faithful',
    'source',
    'a STOP by SMS is an ordinary message',
    'consents.test.ts: write STOP on SMS, which is an ordinary message, and are on the list from then on',
  ],
  [
    'simplified',
    'guess',
    'and puts the number on the opt-out list: which words do is not published',
    'consents.test.ts: write STOP on SMS, which is an ordinary message, and are on the list from then on',
  ],
  [
    'faithful',
    'source',
    'the lists of an app can be switched off, as in the dashboard',
    'consents.test.ts: write STOP to an app without lists, and nothing comes of it',
  ],
  [
    'faithful',
    'source',
    'VIBER, the old bot: in contacts and profiles, not to send on',
    'viber-bot.test.ts: the old Viber bot is a channel of contacts and of questions, and nobody can send on it',
  ],
  [
    'faithful',
    'guess',
    '`message_content_type` says which opt-out list counts',
    'consents.test.ts: %s with a message of %s: is it sent? %s',
  ],
  ['faithful', 'source', 'changes of consents are audited, with origin', 'consents.test.ts: leave a history'],
];

export const CONVERSATION_CLAIMS: readonly Claim[] = [
  [
    'faithful',
    'source',
    'one active conversation of an app and a contact',
    'contacts-and-conversations.test.ts: is the only active one of an app and a contact',
  ],
  [
    'faithful',
    'source',
    'after `:stop` the next message starts another',
    'contacts-and-conversations.test.ts: ends when stopped, and the next message starts another',
  ],
  [
    'faithful',
    'guess',
    'a PATCH stops and revives: said by notes, unconfirmed',
    'behaviour.test.ts: goes on after a stop only as long as there is no other',
  ],
  ['absent', 'guess', 'an end by inactivity: said by notes, unconfirmed'],
  [
    'faithful',
    'source',
    'deleting one takes its messages along',
    'contacts-and-conversations.test.ts: takes its messages along when deleted',
  ],
  ['faithful', 'source', 'it stays when its messages are deleted', 'behaviour.test.ts: stays when all its messages are deleted'],
  [
    'faithful',
    'source',
    'injected messages are marked, past, and 30 days old at most',
    'contacts-and-conversations.test.ts: takes messages that were exchanged elsewhere',
  ],
  ['simplified', 'guess', 'RECORD_NOTIFICATION for what was injected', 'inbound.test.ts: can be caused: %s'],
  [
    'faithful',
    'source',
    '`:recent` without `page_size` gives none, as was observed',
    'behaviour.test.ts: is in the list of recent ones only for who says how many',
  ],
  [
    'faithful',
    'source',
    '`only_active=false` lists those that are not active',
    'behaviour.test.ts: is listed when it is active, when it is not, or either way',
  ],
];
