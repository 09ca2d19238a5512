import { type Json, listOf, recordOf, textOf } from './read.ts';
import type { RenderedOrder, RenderedOrderLine } from './rendered-part.ts';

/** WhatsApp counts money in hundredths; that Sinch does so too is not stated. */
const HUNDREDTHS = 100;

/** The currency follows from the country that the payment names. */
const CURRENCIES: Readonly<Record<string, string>> = { br: 'BRL', sg: 'SGD' };

/** The order of WhatsApp's order details and order status; undefined where there is none. */
export function orderOf(payment: Json): RenderedOrder | undefined {
  const order = recordOf(payment.order);
  const reference = textOf(payment.reference_id);
  const status = textOf(order.status);
  const items = listOf(order.items).map((item) => toItem(recordOf(item)));
  if (reference === '' && status === '' && items.length === 0) return undefined;
  const rendered: RenderedOrder = { items, sums: sumsOf(order) };
  const currency = CURRENCIES[textOf(payment.type)];
  const total = moneyOf(payment.total_amount_value);
  if (reference !== '') rendered.reference = reference;
  if (status !== '') rendered.status = status;
  if (textOf(order.catalog_id) !== '') rendered.catalogId = textOf(order.catalog_id);
  if (currency !== undefined) rendered.currency = currency;
  if (total !== undefined) rendered.total = total;
  return rendered;
}

/** The products that a contact ordered. */
export function orderOfProducts(response: Json): RenderedOrder {
  const products = listOf(response.products).map(recordOf);
  const items = products.map(toProduct);
  const order: RenderedOrder = { items, sums: [] };
  const currency = products.map((product) => textOf(product.currency)).find((name) => name !== '');
  if (textOf(response.catalog_id) !== '') order.catalogId = textOf(response.catalog_id);
  if (currency !== undefined) order.currency = currency;
  if (items.length > 0 && items.every(({ amount }) => amount !== undefined)) {
    order.total = rounded(items.reduce((sum, { amount = 0 }) => sum + amount, 0));
  }
  return order;
}

function toItem(item: Json): RenderedOrderLine {
  const quantity = numberOf(item.quantity);
  const price = moneyOf(item.amount_value);
  const sale = moneyOf(item.sale_amount_value);
  const line: RenderedOrderLine = { name: textOf(item.name) };
  if (quantity !== undefined) line.quantity = quantity;
  if (price !== undefined) line.amount = rounded((sale ?? price) * (quantity ?? 1));
  if (price !== undefined && sale !== undefined) line.regularAmount = rounded(price * (quantity ?? 1));
  return line;
}

function toProduct(product: Json): RenderedOrderLine {
  const quantity = numberOf(product.quantity);
  const price = numberOf(product.item_price);
  const line: RenderedOrderLine = { name: textOf(product.id) };
  if (quantity !== undefined) line.quantity = quantity;
  if (price !== undefined) line.amount = rounded(price * (quantity ?? 1));
  return line;
}

function sumsOf(order: Json): RenderedOrderLine[] {
  const sums: RenderedOrderLine[] = [];
  addSum(sums, 'Subtotal', order.subtotal_value, 1);
  addSum(sums, 'Discount', order.discount_value, -1);
  addSum(sums, 'Shipping', order.shipping_value, 1);
  addSum(sums, 'Tax', order.tax_value, 1);
  return sums;
}

function addSum(sums: RenderedOrderLine[], name: string, value: unknown, sign: number): void {
  const amount = moneyOf(value);
  if (amount !== undefined && (amount !== 0 || name === 'Subtotal')) sums.push({ name, amount: sign * amount + 0 });
}

function moneyOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : rounded(number / HUNDREDTHS);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function rounded(amount: number): number {
  // JSON holds neither a negative zero nor the sums of huge numbers.
  const cents = Math.round(amount * HUNDREDTHS) / HUNDREDTHS + 0;
  return Number.isFinite(cents) ? cents : 0;
}
