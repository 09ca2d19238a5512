import type { ProcessingMode, ProcessingStrategy } from '@convapi/core';
import type { AppRecord } from './app-record.ts';

/** The mode in which one message of an app is handled. */
export function modeOf(app: AppRecord, strategy?: ProcessingStrategy): ProcessingMode {
  return strategy === 'DISPATCH_ONLY' || app.processing_mode === 'DISPATCH' ? 'DISPATCH' : 'CONVERSATION';
}
