import type { CallOptions, PagePromise } from './call.ts';
import type { OPERATIONS } from './generated/operations.ts';

/** A row of the operation table. */
export interface Operation {
  /** How the method is called: `messages.send`. */
  name: string;
  method: string;
  /** Path with `{placeholders}`. */
  path: string;
  /** The host, when it is not that of the Conversation API. */
  host?: 'conversation' | 'template' | 'batch';
  /** `read`: repeating it changes nothing, although it is not a GET. */
  retry?: 'read';
  /** Key of the list in the answer, for operations that list. */
  items?: string;
  /** Where the page token goes; the query unless said. */
  tokenIn?: 'body';
}

/** Id of an operation, the vendor's. */
export type OperationId = keyof typeof OPERATIONS;

/** What a method hands on. */
export interface CallArguments {
  path?: Record<string, string>;
  body?: object | undefined;
  query?: object | undefined;
  options?: CallOptions | undefined;
}

/** Makes a call; the generated methods say which types it has. */
export type Caller = <Item, Page>(id: OperationId, args: CallArguments) => PagePromise<Item, Page>;
