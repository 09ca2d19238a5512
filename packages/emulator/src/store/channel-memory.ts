import { identityKey } from './identity.ts';

/** What is known of an address on a channel, whatever the app stores: windows, last writers, and metadata in DISPATCH mode. */
export interface ChannelMemory {
  /** When the contact last wrote to the app, in milliseconds. */
  lastInboundMs(appId: string, channel: string, identity: string): number | undefined;
  noteInbound(appId: string, channel: string, identity: string, ms: number): void;
  /** The app that last wrote to the address. */
  lastWriter(channel: string, identity: string): string | undefined;
  noteOutbound(appId: string, channel: string, identity: string): void;
  /** Conversation metadata and correlation id of the last message, for apps that keep messages in DISPATCH mode. */
  carried(appId: string, channel: string, identity: string): Carried;
  carry(appId: string, channel: string, identity: string, carried: Carried): void;
  clear(): void;
}

/** What a message leaves behind for the callbacks of later replies. */
export interface Carried {
  metadataJson?: Record<string, unknown>;
  correlationId?: string;
}

export function createChannelMemory(): ChannelMemory {
  const inbound = new Map<string, number>();
  const writers = new Map<string, string>();
  const carriedBy = new Map<string, Carried>();
  const scoped = (appId: string, channel: string, identity: string) => `${appId}|${identityKey(channel, identity)}`;

  return {
    lastInboundMs: (appId, channel, identity) => inbound.get(scoped(appId, channel, identity)),
    noteInbound: (appId, channel, identity, ms) => void inbound.set(scoped(appId, channel, identity), ms),
    lastWriter: (channel, identity) => writers.get(identityKey(channel, identity)),
    noteOutbound: (appId, channel, identity) => void writers.set(identityKey(channel, identity), appId),
    carried: (appId, channel, identity) => carriedBy.get(scoped(appId, channel, identity)) ?? {},
    carry: (appId, channel, identity, carried) => void carriedBy.set(scoped(appId, channel, identity), carried),
    clear() {
      inbound.clear();
      writers.clear();
      carriedBy.clear();
    },
  };
}
