import type { AppResponse } from '@convapi/core';
import type { WithId } from '../../operations/with-id.ts';

/** An app, as the API shows it. */
export type AppRecord = WithId<AppResponse>;
