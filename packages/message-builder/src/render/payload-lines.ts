import { type Json, listOf, recordOf, textOf } from './read.ts';

/** The lines that people would read in a channel-specific message; texts that the channel keeps are not among them. */
export function payloadLines(message: Json): string[] {
  const payment = recordOf(message.payment);
  const order = recordOf(payment.order);
  return [
    textOf(recordOf(message.header).text),
    textOf(recordOf(message.body).text),
    ...textsOf(order.items, 'name'),
    textOf(order.status),
    ...productLines(message),
    ...productsOf(recordOf(message.carousel)),
    ...lineItems(recordOf(message.body)),
    textOf(recordOf(message.footer).text),
    buttonLine(message.flow_cta),
  ].filter((line) => line !== '');
}

function productsOf(carousel: Json): string[] {
  return listOf(carousel.list).flatMap((product) => productLines(recordOf(product)));
}

function productLines({ commerce, additional_content: more, buttons }: Json): string[] {
  return [textOf(recordOf(commerce).title), textOf(more), ...listOf(buttons).map((button) => buttonLine(recordOf(button).name))];
}

function lineItems(body: Json): string[] {
  return [textOf(recordOf(body.emphasized_item).content), ...textsOf(body.items, 'content')];
}

function textsOf(list: unknown, key: string): string[] {
  return listOf(list).map((entry) => textOf(recordOf(entry)[key]));
}

function buttonLine(caption: unknown): string {
  const text = textOf(caption);
  return text === '' ? '' : `[${text}]`;
}
