import type { EmulatorControl } from '../control/index.ts';
import type { FaultyAnswering } from '../faults/index.ts';
import type { ProxyReport } from '../proxy/index.ts';
import type { AccessKeys, AccessTokens, AnswerStored } from '../requests/index.ts';
import type { Settings } from '../settings.ts';
import type { TokenBucket } from '../time/index.ts';
import type { Views } from '../views/index.ts';

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
  /** Answers one call of the API. */
  api: (request: Request) => Promise<Response>;
  /** The same without a key, for the page of the emulator. @param url what the call is for: it came to another address */
  asOwner: (request: Request, url: URL) => Promise<Response>;
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
