/** A call of the API, checked against the spec. */
export interface Call {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
}

/** What an operation does with the part of the world that it is handed; gives the body of the answer. */
export type Operation<World> = (world: World, call: Call) => object;
