import type { CallOptions } from './call.ts';
import type { CallArguments, Operation } from './operation.ts';

/** Path parameters, then the body, then the query, then options. */
export function toArguments({ parameters, body, query }: Operation, values: unknown[]): CallArguments {
  let next = parameters.length;
  return {
    path: Object.fromEntries(parameters.map((parameter, at) => [parameter, values[at]])),
    body: (body ? values[next++] : undefined) as object | undefined,
    query: (query ? values[next++] : undefined) as object | undefined,
    options: values[next] as CallOptions | undefined,
  };
}
