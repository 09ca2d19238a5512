import type { CHANNELS } from '@convapi/core';

/** A channel that these types know and a message can be sent on. */
export type Channel = (typeof CHANNELS)[number];
