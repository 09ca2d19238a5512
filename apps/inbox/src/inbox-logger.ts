/** Where the inbox says what happens. `console` fits. */
export interface InboxLogger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}

/** Says nothing. */
export const SILENT: InboxLogger = { info() {}, warn() {}, error() {} };
