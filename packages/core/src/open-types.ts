/**
 * A value of an open list that these types do not know: the service adds channels, triggers and reasons before a release
 * can name them. It comes in what the service sends and can be sent back as it is; a `switch` leaves it to the default.
 * A plain string is none, so that a typing error does not compile; {@link unrecognized} makes one on purpose.
 *
 * The brand is a key, not a symbol: declarations of ES modules and CommonJS, and of two versions, then mean the same type.
 */
export type Unrecognized = string & { readonly '~unrecognized': true };

/**
 * The same text, as a value that these types do not know: the deliberate way to send what the service has learned since.
 *
 * @example
 * ```ts
 * import { type ConversationChannel, unrecognized } from '@convapi/core';
 *
 * const order: ConversationChannel[] = [unrecognized('NEW_CHANNEL'), 'SMS'];
 * ```
 */
export function unrecognized(value: string): Unrecognized {
  return value as Unrecognized;
}

/** A map with known keys: an editor completes them, and any other key is taken. */
export type KeyedBy<Keys extends string, Value> = { [key in Exclude<Keys, Unrecognized>]?: Value | undefined } & {
  [key: string]: Value | undefined;
};

/**
 * Any JSON object. Its values are `any`, because an interface of your own is assignable to nothing stricter.
 */
// biome-ignore lint/suspicious/noExplicitAny: an interface has no index signature, and is assignable to this one alone
export type JsonObject = { [key: string]: any };

/** @internal What the guards of the value lists have in common. */
export function isOneOf(list: readonly unknown[], value: unknown): boolean {
  return list.includes(value);
}
