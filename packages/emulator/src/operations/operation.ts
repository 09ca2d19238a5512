import type { World } from '../service/world.ts';

/** A call of the API, checked against the spec. */
export interface Call {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
}

/** What an operation does; gives the body of the answer. */
export type Operation = (world: World, call: Call) => object;
