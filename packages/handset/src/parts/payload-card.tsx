import type { PayloadPart } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { Card } from './card.tsx';
import { OrderCard } from './order-card.tsx';

/** More of a payload than anybody reads on a phone. */
const LONGEST_PAYLOAD_CHARS = 600;

/** A message in the channel's own form: as it looks where that is known, else what is sent. */
export function PayloadCard({ part, entryId }: { part: PayloadPart; entryId: string }): JSX.Element {
  const { cards = [], order, lines, payload } = part;
  const [card] = cards;
  return (
    <>
      {card && <Card card={card} entryId={entryId} />}
      {order && <OrderCard order={order} />}
      {cards.length === 0 && order === undefined && (
        <div class="cvh-reference" dir="auto">
          <p class="cvh-pale">{nameOf(part.payloadType)}</p>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {payload === undefined ? null : <pre class="cvh-payload">{payload.slice(0, LONGEST_PAYLOAD_CHARS)}</pre>}
        </div>
      )}
    </>
  );
}

function nameOf(payloadType: string): string {
  return payloadType === 'explicit' ? "The channel's own message" : payloadType.toLowerCase().replaceAll('_', ' ');
}
