import type { RenderedOrder, RenderedOrderLine } from './rendered-part.ts';

/** An order as lines of text. */
export function orderLines({ items, sums, total, currency, reference, status }: RenderedOrder): string[] {
  return [
    ...(reference === undefined ? [] : [`order: ${reference}`]),
    ...(status === undefined ? [] : [`status: ${status}`]),
    ...[...items, ...sums].map((line) => orderLine(line, currency)),
    ...(total === undefined ? [] : [orderLine({ name: 'Total', amount: total }, currency)]),
  ];
}

/** A price with its currency; without a locale, so that it is the same everywhere. */
export function formatAmount(amount: number, currency: string | undefined): string {
  return `${currency === undefined ? '' : `${currency} `}${amount.toFixed(2)}`;
}

function orderLine({ name, quantity, amount }: RenderedOrderLine, currency: string | undefined): string {
  const count = quantity === undefined ? '' : `${quantity} × `;
  return `${count}${name}${amount === undefined ? '' : `: ${formatAmount(amount, currency)}`}`;
}
