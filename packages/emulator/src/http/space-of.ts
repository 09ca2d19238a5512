import type { Context } from 'hono';
import type { Space } from '../namespaces/index.ts';

/** Which project a call is about. */
export type SpaceOf = (c: Context) => Space;
