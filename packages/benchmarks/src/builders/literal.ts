/** The same card written out, unchecked. */
export function buildCard(order: number): object {
  return {
    card_message: {
      title: `Order ${order}`,
      description: 'On its way.',
      media_message: { url: 'https://example.com/order-17.jpg' },
      choices: [
        { text_message: { text: 'Track' }, postback_data: 'track-17' },
        { text_message: { text: 'Cancel' }, postback_data: 'cancel-17' },
      ],
    },
  };
}
