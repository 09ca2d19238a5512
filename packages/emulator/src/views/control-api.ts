/**
 * What `/_emulator` answers, and what `/_emulator/stream` tells: one schema for both, in the names of the wire. It holds types only, so that a page
 * may use it without the emulator.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html for the form of the stream
 */
import type {
  AppMessage,
  AppResponse,
  ChannelIdentity,
  Contact,
  ContactMessage,
  Conversation,
  FieldViolation,
  OmniMessageOverride,
  Reason,
  ReasonCode,
  Region,
  Webhook,
  WebhookTrigger,
} from '@convapi/core';
import type { CallbackAttempt } from '../callbacks/index.ts';
import type { AccessKey } from '../requests/index.ts';
import type { HandsetReaction, HandsetTyping } from '../resources/channels/index.ts';

/**
 * A moment in what happens here: the `seq` of a frame, an event, a callback, a message or a call. It grows with everything that happens, also over
 * restarts, and never repeats within a project. Nothing else is promised of it: it begins anywhere and leaves out numbers.
 */
export type Seq = number;

/** Every answer that shows state carries the moment for which it is right: give it to the stream as `after`, and nothing is missed. */
export interface AsOf {
  seq: Seq;
}

/**
 * A page of a log. Entries come oldest first. Without `limit` it holds everything that fits; with `after` it begins behind that moment, with `before`
 * it ends in front of it; with a `limit` alone it holds the newest.
 */
export interface LogPage extends AsOf {
  /** How many entries fit the filters, on this page or not. */
  total: number;
  /** Give it as `after` for what follows this page; `null` where nothing does yet. */
  next: Seq | null;
  /** Give it as `before` for what comes before this page; `null` where nothing does. */
  previous: Seq | null;
}

/** The query of a log; each also has filters of its own. Names that it does not have are refused with 400. */
export interface LogQuery {
  after?: Seq;
  before?: Seq;
  /** From 1 up. */
  limit?: number;
  /** `summary` leaves out bodies and headers. Default: all of it. */
  view?: 'full' | 'summary';
  /** Words that all have to be somewhere in the entry, in whichever case. */
  q?: string;
}

/** `GET /_emulator/events?trigger=&app_id=&message_id=` */
export interface EventPage extends LogPage {
  events: (EventEntry | EventSummary)[];
}

/** `GET /_emulator/callbacks?trigger=&app_id=&webhook_id=&state=&message_id=` */
export interface CallbackPage extends LogPage {
  callbacks: (CallbackEntry | CallbackSummary)[];
}

/** `GET /_emulator/messages?channel=&identity=&app_id=&message_id=` */
export interface MessagePage extends LogPage {
  messages: (HandsetEntryView | HandsetEntrySummary)[];
}

/** `GET /_emulator/requests?operation=&method=&status=&app_id=` */
export interface RequestPage extends LogPage {
  requests: (RequestEntry | RequestSummary)[];
}

/** Something that happened, as a line of a list. */
export interface EventSummary {
  seq: Seq;
  trigger: WebhookTrigger;
  app_id: string;
  /** The emulator's time, RFC 3339. */
  time: string;
  /** What it is about in a few words, at most 120 characters: `DELIVERED RCS 46700000000`, or the text of a message. */
  gist: string;
  message_id?: string;
  /** Of a delivery report. */
  status?: string;
  channel?: string;
  identity?: string;
}

/** With the body of its callback. */
export interface EventEntry extends EventSummary {
  body: Record<string, unknown>;
}

/** A callback as a line of a list. */
export interface CallbackSummary {
  seq: Seq;
  id: string;
  trigger: WebhookTrigger;
  app_id: string;
  /** `null` when it went to the `callback_url` of a message. */
  webhook_id: string | null;
  target: string;
  /** As of {@link CallbackEntry}. */
  state: CallbackState;
  /** When it was made, in the emulator's time, RFC 3339. */
  time: string;
  gist: string;
  message_id?: string;
  attempts: number;
  last_attempt?: CallbackAttempt;
  /** Id of the callback that it repeats. */
  resend_of?: string;
  /** It was asked for as a sample: nothing happened. */
  sample?: true;
}

/**
 * `pending` until the receiver takes it or the retries end; `delivered` after a 2xx; `dropped` when the receiver refused it or never took it;
 * `refused` when the emulator did not send it, because the target is no loopback address.
 */
export type CallbackState = 'pending' | 'delivered' | 'dropped' | 'refused';

/** `GET /_emulator/callbacks/{id}`: with all that was sent. */
export interface CallbackEntry extends Omit<CallbackSummary, 'attempts' | 'last_attempt'> {
  /** Headers of the last attempt. */
  headers: Record<string, string>;
  /** The body exactly as sent, so that its signature can be checked. */
  body: string;
  /** The same, parsed. */
  event: Record<string, unknown>;
  attempts: CallbackAttempt[];
}

/** Where a message of a handset stands: as of {@link HandsetEntryView}. */
export type HandsetStatus = 'QUEUED_ON_CHANNEL' | 'DELIVERED' | 'READ' | 'RECEIVED' | 'FAILED';

/** A message on a phone as a line of a list. Message id, channel and identity together are its key: a fallback leaves an entry on each phone. */
export interface HandsetEntrySummary {
  seq: Seq;
  message_id: string;
  app_id: string;
  channel: string;
  identity: string;
  direction: 'TO_CONTACT' | 'TO_APP';
  /**
   * `QUEUED_ON_CHANNEL`, `DELIVERED` or `READ`, or `FAILED` where it did not get here; for what the contact wrote `RECEIVED`, or `READ` once the
   * app marked it.
   */
  status: HandsetStatus;
  /** When it came here, in the emulator's time, RFC 3339. */
  time: string;
  delivered_at?: string;
  read_at?: string;
  /** Why it failed here. */
  reason?: Reason;
  /** The channel that was tried next, where this one failed. */
  next_channel?: string;
  gist: string;
}

/** A message on a phone, with all that the phone shows of it. */
export interface HandsetEntryView extends HandsetEntrySummary {
  /** What the app sent, in the form that this channel got, or what the contact wrote. */
  message: AppMessage | OmniMessageOverride | ContactMessage;
  /** The `message_metadata` that the app sent along. */
  metadata: string;
  /** The `channel_properties` of the message that this channel heeds. */
  channel_properties?: Readonly<Record<string, string>>;
  /** Id of the message that it quotes or answers. */
  reply_to?: string;
  /** Emojis on it, the last one of each side. */
  reactions?: HandsetReaction[];
  /** Who sent it, as the phone may show it; of messages of the app only. */
  sender?: HandsetSender;
}

/** Who a message on a handset comes from, as the phone shows it. */
export interface HandsetSender {
  /** The name of the app, or of the agent that the message names. */
  name: string;
  /** The number, id or claimed identity that it comes from; empty where the app has none. */
  id: string;
  /** Picture of the agent that the message names. */
  picture_url?: string;
}

/** `GET /_emulator/handsets?channel=&identity=&app_id=&q=`: all phones, the one with the newest message first. */
export interface HandsetList extends AsOf {
  handsets: HandsetOverview[];
}

/** A phone, or what is on it of one channel. */
export interface HandsetOverview {
  channel: string;
  identity: string;
  /** The name on the channel, or of the contact; empty where nobody gave one. */
  name: string;
  /** The contact that has the address, where there is one. */
  contact_id?: string;
  /** Apps that wrote to it or heard from it. */
  app_ids: string[];
  messages: number;
  /** Messages of apps that are not read. */
  unread: number;
  last: HandsetEntrySummary | null;
  typing: HandsetTyping[];
}

/** `GET /_emulator/handsets/{channel}/{identity}?app_id=&after=&before=&limit=`: one phone, with what failed on it. */
export interface HandsetRecord extends LogPage, HandsetOverviewPart {
  entries: HandsetEntryView[];
}

type HandsetOverviewPart = Omit<HandsetOverview, 'messages'>;

/** A call of the API as a line of a list. */
export interface RequestSummary {
  seq: Seq;
  id: string;
  /** When it came, in the emulator's time, RFC 3339. */
  time: string;
  method: string;
  /** The path, without its query. */
  path: string;
  /** Id of the operation, `Token` for the token endpoint, empty where the path leads to none. */
  operation: string;
  region: string;
  status: number;
  /** Until the answer was made, in milliseconds of real time. */
  ms: number;
  /** The access key; `null` for none, and for `as_owner`. */
  key_id: string | null;
  /** It came through `/_emulator/as-owner`, without a key. */
  as_owner: boolean;
  /** The app that it names, in path, query or body. */
  app_id?: string;
  /** `error.message` of the answer. */
  error?: string;
}

/** `GET /_emulator/requests/{id}`: with bodies and headers. Secrets in them are masked as `***`. */
export interface RequestEntry extends RequestSummary {
  query: string;
  headers: Record<string, string>;
  request_body: LoggedBody | null;
  response_body: LoggedBody | null;
  /** What was wrong with it, by field. */
  violations: FieldViolation[];
}

/** A body of the log. */
export interface LoggedBody {
  /** At most 16 KB of it. */
  text: string;
  /** How long it was, in characters. */
  length: number;
  is_cut: boolean;
}

/** `GET /_emulator/channels`: how channels answer, where somebody said so. */
export interface ChannelAnswerList extends AsOf {
  answers: ChannelAnswerEntry[];
}

/** How a channel answers, where somebody said so. */
export interface ChannelAnswerEntry {
  channel: string;
  /** For one address; absent for the whole channel. */
  identity?: string;
  answer: { status: 'QUEUED_ON_CHANNEL' | 'DELIVERED' | 'READ' | 'FAILED'; reason?: ReasonCode | Reason; temporary?: boolean };
}

/** `GET /_emulator/faults`; see `FaultRule` for the fields of a rule. */
export interface FaultList extends AsOf {
  faults: FaultRule[];
}

/** A rule and what it has done so far. */
export interface FaultRule {
  id: string;
  effect: Record<string, unknown>;
  match?: Record<string, unknown>;
  share?: number;
  after?: number;
  times?: number;
  for_ms?: number;
  seen: number;
  fired: number;
}

/** `GET /_emulator/clock`. */
export interface ClockState extends AsOf {
  /** RFC 3339. */
  now: string;
  /** How far it is ahead of real time, in milliseconds. */
  offset_ms: number;
}

/** `GET /_emulator/overview`: all that a dashboard draws first, in one call. What `GET /_emulator` says of the project stands beside it. */
export interface Overview extends AsOf {
  project_id: string;
  key_id: string;
  api: string;
  token_url: string;
  region: Region;
  clock: { now: string; offset_ms: number };
  /** Of all regions. */
  apps: { region: Region; resource: NonNullable<AppFrame['resource']> }[];
  webhooks: NonNullable<WebhookFrame['resource']>[];
  handsets: HandsetOverview[];
  faults: FaultRule[];
  answers: ChannelAnswerEntry[];
  counts: { contacts: number; conversations: number; messages: number; dropped_callbacks: number };
}

/** `GET /_emulator/plan`: what falls due later, the first one first. */
export interface PlanList extends AsOf {
  planned: PlannedThing[];
  /** How many there are; the list holds the first 200. */
  total: number;
}

/** Something that the emulator does later: another attempt, the end of a waiting time, a batch. */
export interface PlannedThing {
  /** Kind of the job, e.g. `retry-callback`, `deliver`, `ttl-over`, `send-batch`. */
  kind: string;
  /** What happens, in words. */
  what: string;
  /** When, in the emulator's time, RFC 3339. */
  due: string;
  /** How long until then, in milliseconds; 0 for what is overdue. */
  in_ms: number;
  app_id?: string;
  message_id?: string;
  callback_id?: string;
  batch_id?: string;
  conversation_id?: string;
}

/** `GET /_emulator/keys`. */
export interface KeyList extends AsOf {
  keys: AccessKey[];
}

/** What `POST /_emulator/media` answers: where the file stands now. */
export interface StoredMedia {
  /** Absolute, for `media_message.url` and for `inbound` `media.url`. */
  url: string;
  sha256: string;
  content_type: string;
  bytes: number;
}

/** A resource of the API that changed. */
interface ResourceFrame<Type extends string, Resource> {
  seq: Seq;
  type: Type;
  op: 'put' | 'delete';
  id: string;
  /** Absent once the app or contact is gone. */
  region?: Region;
  /** As the API shows it; `null` when it is gone. */
  resource: Resource | null;
}

/** An app that is new, changed or gone. */
export type AppFrame = ResourceFrame<'app', AppResponse & { id: string }>;
/** A webhook that is new, changed or gone. */
export type WebhookFrame = ResourceFrame<'webhook', Webhook & { id: string; app_id: string }>;
/** A contact that is new, changed or gone. */
export type ContactFrame = ResourceFrame<'contact', Contact & { id: string; channel_identities: ChannelIdentity[] }>;
/** A conversation that is new, changed or gone. */
export type ConversationFrame = ResourceFrame<'conversation', Conversation & { id: string; app_id: string; contact_id: string }>;

/** A message on a phone: new, or with what changed of it (state, reactions, a failure). */
export interface HandsetFrame {
  seq: Seq;
  type: 'handset';
  op: 'put';
  channel: string;
  identity: string;
  entry: HandsetEntryView;
}

/** Somebody starts or stops typing. */
export interface TypingFrame {
  seq: Seq;
  type: 'typing';
  channel: string;
  identity: string;
  app_id: string;
  from: 'contact' | 'app';
  is_typing: boolean;
}

/** Something happened, whether or not a webhook hears of it. */
export interface EventFrame extends EventSummary {
  type: 'event';
}

/** A callback is new, or was tried again. `seq` is that of the frame, `callback.seq` that of the callback. */
export interface CallbackFrame {
  seq: Seq;
  type: 'callback';
  callback: CallbackSummary;
}

/** A call was answered. */
export interface RequestFrame {
  seq: Seq;
  type: 'request';
  request: RequestSummary;
}

/** Rules came, went or struck: all that there are now. */
export interface FaultFrame {
  seq: Seq;
  type: 'fault';
  faults: FaultRule[];
}

/** How channels answer changed: all that was said. */
export interface AnswersFrame {
  seq: Seq;
  type: 'answers';
  answers: ChannelAnswerEntry[];
}

/** The time was moved. */
export interface ClockFrame {
  seq: Seq;
  type: 'clock';
  now: string;
  offset_ms: number;
}

/** Something was planned for later, or is done. */
export interface PlanFrame {
  seq: Seq;
  type: 'plan';
  /** What falls due first. */
  next: PlannedThing | null;
  total: number;
}

/** An access key came or went. */
export interface KeyFrame {
  seq: Seq;
  type: 'key';
  op: 'put' | 'delete';
  id: string;
  key: AccessKey | null;
}

/**
 * Frames are missing, so that what is known has to be read again: `cursor` where `after` is of another run or no longer remembered, `slow` where the
 * listener read too slowly, `reset` after a reset or a snapshot.
 */
export interface GapFrame {
  seq: Seq;
  type: 'gap';
  reason: 'cursor' | 'slow' | 'reset';
}

/**
 * What `/_emulator/stream` tells and `control.stream()` gives. Each is a patch by id, right also where it comes twice. More kinds may come: leave
 * aside what you do not know.
 */
export type EmulatorFrame =
  | AppFrame
  | WebhookFrame
  | ContactFrame
  | ConversationFrame
  | HandsetFrame
  | TypingFrame
  | EventFrame
  | CallbackFrame
  | RequestFrame
  | FaultFrame
  | AnswersFrame
  | ClockFrame
  | PlanFrame
  | KeyFrame
  | GapFrame;
