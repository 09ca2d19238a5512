import { CHANNELS } from '@convapi/core';
import { check, render } from '@convapi/message-builder';
import { buildCard as build } from './convapi.ts';

const ALL_CHANNELS = [...CHANNELS, 'VIBER'] as const;

/** The card of convapi, checked against every channel and rendered as each would show it. */
export function buildCard(order: number): object {
  const message = build(order) as Parameters<typeof check>[0];
  return { message, issues: check(message, ALL_CHANNELS), shown: ALL_CHANNELS.map((channel) => render(message, channel)) };
}
