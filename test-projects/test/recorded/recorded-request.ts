import type { RecordedWorld } from './recorded-world.ts';

/**
 * The shape of a request that code of the vendor makes: which operation, which parameters, which fields. Values and words are ours.
 *
 * `snippet`: examples/snippets of sinch/sinch-sdk-node. `mcp`: tools of sinch/sinch-mcp-server, as far as they call the Conversation API;
 * the others call the APIs of voice, numbers, mail, verification and provisioning. `skills`: scripts of sinch/skills. `plugins`: scripts
 * and commands of sinch/sinch-plugins. `node-red`: nodes of sinch/node-red-conversation-api.
 */
export interface RecordedRequest {
  from: 'snippet' | 'mcp' | 'skills' | 'plugins' | 'node-red';
  /** File, tool or node, and what is special of this request. */
  name: string;
  operation: string;
  path?: Readonly<Record<string, string>>;
  query?: object;
  body?: object;
  /** What has to be done before, in words of a request too. */
  given?: RecordedRequest;
  /** The vendor's own documents say that the request is wrong: how it is refused, and what they say. */
  refused?: { status: number; fields?: string[]; because: string };
}

/** The requests of a resource, with the ids of the world in which they are made. */
export type Recorded = (world: RecordedWorld) => RecordedRequest[];
