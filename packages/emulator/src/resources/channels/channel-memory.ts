import { createTable, type NoteFor, type Part, type Table, toPart } from '../../store/index.ts';
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
  parts: readonly Part[];
  clear(): void;
}

/** What a message leaves behind for the callbacks of later replies. */
export interface Carried {
  metadataJson?: Record<string, unknown>;
  correlationId?: string;
}

/** @param limit how many addresses are remembered for each purpose; the one that was quiet for longest is forgotten first */
export function createChannelMemory(noteFor: NoteFor, limit: number): ChannelMemory {
  const inbound = createTable<number>('last_inbound', noteFor);
  const writers = createTable<string>('last_writers', noteFor);
  const carriedBy = createTable<Carried>('carried', noteFor);
  const scoped = (appId: string, channel: string, identity: string) => `${appId}|${identityKey(channel, identity)}`;

  function remember<T>(table: Table<T>, key: string, value: T): void {
    table.refresh(key, value);
    if (table.size <= limit) return;
    const [oldest] = table.keys();
    if (oldest !== undefined) table.delete(oldest);
  }

  return {
    lastInboundMs: (appId, channel, identity) => inbound.get(scoped(appId, channel, identity)),
    noteInbound: (appId, channel, identity, ms) => remember(inbound, scoped(appId, channel, identity), ms),
    lastWriter: (channel, identity) => writers.get(identityKey(channel, identity)),
    noteOutbound: (appId, channel, identity) => remember(writers, identityKey(channel, identity), appId),
    carried: (appId, channel, identity) => carriedBy.get(scoped(appId, channel, identity)) ?? {},
    carry: (appId, channel, identity, carried) => remember(carriedBy, scoped(appId, channel, identity), carried),
    parts: [toPart('last_inbound', inbound), toPart('last_writers', writers), toPart('carried', carriedBy)],
    clear() {
      inbound.clear();
      writers.clear();
      carriedBy.clear();
    },
  };
}
