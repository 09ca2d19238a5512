import type { CallPromise, DataWithResponse } from './call.ts';

/** A promise of the data, with a way to the answer beside it. */
export function toCallPromise<T>(both: Promise<DataWithResponse<T>>): CallPromise<T> {
  const promise = both.then(({ data }) => data);
  return Object.assign(promise, {
    // by way of `promise`, so that an error has one handler and never counts as unhandled
    withResponse: () => promise.then(() => both),
  });
}
