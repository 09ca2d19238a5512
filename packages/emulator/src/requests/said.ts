/** Where the body of a call or an answer is kept as text, once it was read or written: a stream can be read once, and reading a copy costs a quarter of a call. */
const SAID = Symbol('said');

interface Said {
  [SAID]?: string;
}

/** Keeps the text of a body with what carries it. */
export function keepSaid<T extends object>(carrier: T, text: string): T {
  (carrier as Said)[SAID] = text;
  return carrier;
}

/** The text of a body; `undefined` where it was not read, or not written by us. */
export function said(carrier: object): string | undefined {
  return (carrier as Said)[SAID];
}
