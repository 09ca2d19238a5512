import { CALL_OPTIONS, checkCallOptions } from './call-options.ts';
import { wrongOption } from './check-options.ts';
import type { CallArguments, Operation } from './operation.ts';

/**
 * Path parameters, then the body, then the query, then options.
 *
 * @throws {@link ConvapiError} when there are more, or options stand in another place: they would be ignored, or sent.
 */
export function toArguments(operation: Operation, values: unknown[]): CallArguments {
  const { parameters, name } = operation;
  const places = [...parameters, ...(operation.body ? ['body'] : []), ...(operation.query ? ['query'] : []), 'options'];
  if (values.length > places.length && values.slice(places.length).some((value) => value !== undefined)) {
    throw wrongOption(`${name} got ${values.length} arguments`, `It takes (${places.join(', ')})`);
  }
  const argument = (place: string) => values[places.indexOf(place)];
  const query = operation.query ? (argument('query') as object | undefined) : undefined;
  const misplaced = Object.keys(query ?? {}).find((key) => CALL_OPTIONS.includes(key));
  if (misplaced !== undefined) {
    throw wrongOption(`${misplaced} stands in the query of ${name}`, `It is an option of the call: ${name}(${places.join(', ')})`);
  }
  const options = argument('options') as CallArguments['options'];
  if (options !== undefined) checkCallOptions(options, name);
  return {
    path: Object.fromEntries(parameters.map((parameter, at) => [parameter, values[at]])),
    body: operation.body ? (argument('body') as object | undefined) : undefined,
    query,
    options,
  };
}
