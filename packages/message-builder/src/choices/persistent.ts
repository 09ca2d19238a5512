import type { Choice } from '@convapi/core';
import { need } from '../internal/need.ts';

/**
 * The choice, staying with its message on RCS; others go when newer messages come. It has an effect in a choice message, and none on
 * other channels.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { choice, link, persistent } from '@convapi/message-builder';
 *
 * const message = choice('Your order is on its way.', [persistent(link('Track it', 'https://example.com/orders/17'))]);
 * ```
 */
export function persistent<T extends Choice>(choice: T): T & { display_mode: 'PERSISTENT' } {
  return { ...need('persistent.choice', choice, 'object', 'a choice'), display_mode: 'PERSISTENT' };
}
