import type {
  ChannelSpecificMessageOrderDetails,
  ChannelSpecificMessageOrderStatus,
  OrderDetailsPayment,
  OrderStatusPayment,
} from '@convapi/core';
import { type CamelCased, toSnakeCase } from '../internal/to-snake-case.ts';
import { type Fields, toWireWith } from '../internal/to-wire.ts';
import { FRAME_FIELDS, type WhatsAppFrame, type WireFrame } from './to-frame.ts';

/** A WhatsApp order to pay. */
export interface OrderDetailsOptions extends WhatsAppFrame {
  /** The order and how to pay it. Amounts are in hundredths of the currency. */
  payment: CamelCased<OrderDetailsPayment>;
}

/** How far a WhatsApp order has come. */
export interface OrderStatusOptions extends WhatsAppFrame {
  /** The order's `referenceId` and its new status. */
  payment: CamelCased<OrderStatusPayment>;
}

/** What both messages have, whichever payment it is. */
interface OrderOptions<Payment> extends WhatsAppFrame {
  payment: CamelCased<Payment>;
}

/** The message of either kind. */
function toMessage<Payment extends object>(builder: string, options: OrderOptions<Payment>): WireFrame & { payment: Payment } {
  const fields: Fields<OrderOptions<Payment>, WireFrame & { payment?: Payment }> = {
    ...FRAME_FIELDS,
    payment(message, payment, path) {
      message.payment = toSnakeCase<Payment>(path, payment);
    },
  };
  return toWireWith(builder, options, fields, {}, ['payment']) as WireFrame & { payment: Payment };
}

/**
 * A WhatsApp message with an order and its payment, for `withSpecificMessages`.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { orderDetails, text, withSpecificMessages } from '@convapi/message-builder';
 *
 * const order = { subtotalValue: 9900, taxValue: 0, items: [{ retailerId: 'shoe-7', name: 'Shoes', amountValue: 9900, quantity: 1 }] };
 * const message = withSpecificMessages(text('Your order: https://example.com/17'), {
 *   WHATSAPP: orderDetails({
 *     body: 'Here is your order.',
 *     payment: { type: 'br', referenceId: 'order-17', typeOfGoods: 'physical-goods', totalAmountValue: 9900, order },
 *   }),
 * });
 * ```
 */
export function orderDetails(options: OrderDetailsOptions): ChannelSpecificMessageOrderDetails {
  return { message_type: 'ORDER_DETAILS', message: toMessage<OrderDetailsPayment>('orderDetails', options) };
}

/**
 * A WhatsApp message that says how far an order has come, for `withSpecificMessages`.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { orderStatus, text, withSpecificMessages } from '@convapi/message-builder';
 *
 * const message = withSpecificMessages(text('Your order is on its way.'), {
 *   WHATSAPP: orderStatus({ body: 'It left today.', payment: { referenceId: 'order-17', order: { status: 'shipped' } } }),
 * });
 * ```
 */
export function orderStatus(options: OrderStatusOptions): ChannelSpecificMessageOrderStatus {
  return { message_type: 'ORDER_STATUS', message: toMessage<OrderStatusPayment>('orderStatus', options) };
}
