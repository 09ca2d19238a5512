import type { ConversationClient } from '@convapi/client';
import type { Database } from '../database/database.ts';
import type { Jobs } from '../jobs/create-jobs.ts';
import type { LiveHub } from '../live/live-hub.ts';
import type { Team } from '../people/create-team.ts';
import type { ClientAddress } from '../people/sessions.ts';

/** What the API works with. */
export interface ApiContext {
  db: Database;
  hub: LiveHub;
  jobs: Jobs;
  team: Team;
  client: ConversationClient;
  appId: string;
  /** The address under which others reach the inbox; undefined when it is not known. */
  publicUrl: string | undefined;
  /** May media come from this machine and its network? As with an emulator. */
  allowPrivateMedia: boolean;
  clientAddress: ClientAddress;
  /** Milliseconds since 1970. */
  now(): number;
}

/** The address of the inbox: the one that it was given, else the one that was asked. */
export function baseUrlOf(context: Pick<ApiContext, 'publicUrl'>, requestUrl: string): string {
  return context.publicUrl ?? new URL(requestUrl).origin;
}
