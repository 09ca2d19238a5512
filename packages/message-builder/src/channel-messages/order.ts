import type {
  ChannelSpecificMessageOrderDetails,
  ChannelSpecificMessageOrderStatus,
  OrderDetailsPayment,
  OrderStatusPayment,
} from '@convapi/core';
import { need } from '../internal/need.ts';
import { type Fields, toWireWith } from '../internal/to-wire.ts';
import { FRAME_FIELDS, type WhatsAppFrame, type WireFrame } from './to-frame.ts';

/** A WhatsApp order to pay. */
export interface OrderDetailsOptions extends WhatsAppFrame {
  /** The order and how to pay it, in the wire form. Amounts are in hundredths of the currency. */
  payment: OrderDetailsPayment;
}

/** How far a WhatsApp order has come. */
export interface OrderStatusOptions extends WhatsAppFrame {
  /** The order's `reference_id` and its new status, in the wire form. */
  payment: OrderStatusPayment;
}

/** What both messages have, whichever payment it is. */
interface OrderOptions<Payment> extends WhatsAppFrame {
  payment: Payment;
}

/** The message of either kind. */
function toMessage<Payment extends object>(builder: string, options: OrderOptions<Payment>): WireFrame & { payment: Payment } {
  const fields: Fields<OrderOptions<Payment>, WireFrame & { payment?: Payment }> = {
    ...FRAME_FIELDS,
    payment(message, payment, path) {
      message.payment = need(path, payment, 'object', 'an object');
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
 * const order = { subtotal_value: 9900, tax_value: 0, items: [{ retailer_id: 'shoe-7', name: 'Shoes', amount_value: 9900, quantity: 1 }] };
 * const message = withSpecificMessages(text('Your order: https://example.com/17'), {
 *   WHATSAPP: orderDetails({
 *     body: 'Here is your order.',
 *     payment: { type: 'br', reference_id: 'order-17', type_of_goods: 'physical-goods', total_amount_value: 9900, order },
 *   }),
 * });
 * ```
 */
export function orderDetails(options: OrderDetailsOptions): ChannelSpecificMessageOrderDetails {
  return { message_type: 'ORDER_DETAILS', message: toMessage('orderDetails', options) };
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
 *   WHATSAPP: orderStatus({ body: 'It left today.', payment: { reference_id: 'order-17', order: { status: 'shipped' } } }),
 * });
 * ```
 */
export function orderStatus(options: OrderStatusOptions): ChannelSpecificMessageOrderStatus {
  return { message_type: 'ORDER_STATUS', message: toMessage('orderStatus', options) };
}
