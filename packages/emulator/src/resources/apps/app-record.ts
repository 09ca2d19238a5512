import type { AppResponse } from '@convapi/core';
import type { WithId } from '../../operations/index.ts';

/** An app, as the API shows it. */
export type AppRecord = WithId<AppResponse>;
