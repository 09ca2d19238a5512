import type { EmulatorControl } from '../control/index.ts';
import type { FaultyAnswering } from '../faults/index.ts';
import type { ProxyReport } from '../proxy/index.ts';
import type { AccessTokens, AnswerStored } from '../requests/index.ts';
import type { Settings } from '../settings.ts';
import type { TokenBucket } from '../time/index.ts';

/** One project with all that belongs to it. The emulator has one, and each namespace is another. */
export interface Space {
  settings: Settings;
  control: EmulatorControl;
  tokens: AccessTokens;
  /** How often a token may be asked for. */
  tokenCalls: TokenBucket;
  /** Answers one call of the API. */
  api: (request: Request) => Promise<Response>;
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
