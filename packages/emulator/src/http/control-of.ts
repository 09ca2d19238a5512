import type { Context } from 'hono';
import type { EmulatorControl } from '../control/index.ts';

/** Whose control a call is for. */
export type ControlOf = (c: Context) => EmulatorControl;
