import { pino } from 'pino';
import type { InboxLogger } from '../inbox-logger.ts';

/** One JSON line an event, to standard output. `LOG_LEVEL` as pino has it; default `info`. */
export function pinoLogger(level = 'info'): InboxLogger {
  const logger = pino({ level, base: { name: 'inbox', pid: process.pid } });
  return {
    info: (message) => logger.info(message),
    warn: (message) => logger.warn(message),
    error: (message, error) => logger.error({ err: error }, message),
  };
}
