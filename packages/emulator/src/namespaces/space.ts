import type { EmulatorControl } from '../control/control.ts';
import type { FaultyAnswering } from '../faults/request-faults.ts';
import type { AccessKeys } from '../http/access-keys.ts';
import type { AccessTokens } from '../http/access-tokens.ts';
import type { AnswerStored } from '../http/answer-stored.ts';
import type { Api, Apis } from '../http/api.ts';
import type { ProxyReport } from '../proxy/report.ts';
import type { Settings } from '../settings.ts';
import type { TokenBucket } from '../time/token-bucket.ts';
import type { Views } from '../views/create-views.ts';

/** One project with all that belongs to it. The emulator has one, and each namespace is another. */
export interface Space {
  settings: Settings;
  control: EmulatorControl;
  /** What is there, for whoever looks at it page by page. */
  views: Views;
  keys: AccessKeys;
  tokens: AccessTokens;
  /** How often a token may be asked for. */
  tokenCalls: TokenBucket;
  api: Api;
  /** The API without a key, for the page of the emulator. */
  asOwner: Apis['asOwner'];
  /** Answers only with what is stored, where anything is. */
  answerStored: AnswerStored;
  /** Lets the fault rules have their way with a call. */
  withFaults: FaultyAnswering;
  /** What `GET /_emulator` says. */
  about(): object;
  /** What comparing with the service found out; only where calls are passed on. */
  proxyReport?: () => ProxyReport;
  /** Drops what is under way. */
  stop(): void | Promise<void>;
}
