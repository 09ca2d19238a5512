import type { RenderedOrder } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { Icon } from '../icons/icon.tsx';

type Line = RenderedOrder['items'][number];

/** An order as the channel adds it up. */
export function OrderCard({ order }: { order: RenderedOrder }): JSX.Element {
  const money = (amount: number | undefined) => (amount === undefined ? '' : `${amount.toFixed(2)} ${order.currency ?? ''}`.trim());
  return (
    <div class="cvh-order" dir="auto">
      <p class="cvh-order-head">
        <Icon name="cart" />
        <span class="cvh-bold">{order.reference === undefined ? 'Order' : `Order ${order.reference}`}</span>
        {order.status === undefined ? null : <span class="cvh-pale">{order.status.toLowerCase()}</span>}
      </p>
      <ul class="cvh-plain-list">
        {order.items.map((line) => (
          <OrderLine key={line.name} line={line} money={money} />
        ))}
        {order.sums.map((line) => (
          <OrderLine key={line.name} line={line} money={money} />
        ))}
        {order.total === undefined ? null : <OrderLine line={{ name: 'Total', amount: order.total }} money={money} />}
      </ul>
    </div>
  );
}

function OrderLine({ line, money }: { line: Line; money: (amount: number | undefined) => string }): JSX.Element {
  return (
    <li class="cvh-order-line">
      <bdi>{line.quantity === undefined ? line.name : `${line.quantity} × ${line.name}`}</bdi>
      <span>
        {line.regularAmount === undefined ? null : <s class="cvh-pale">{money(line.regularAmount)}</s>} {money(line.amount)}
      </span>
    </li>
  );
}
