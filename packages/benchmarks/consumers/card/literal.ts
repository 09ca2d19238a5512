const message = {
  card_message: {
    title: 'Order 17',
    description: 'On its way.',
    media_message: { url: 'https://example.com/order-17.jpg' },
    choices: [
      { text_message: { text: 'Track' }, postback_data: 'track-17' },
      { text_message: { text: 'Cancel' }, postback_data: 'cancel-17' },
    ],
  },
};
console.log(message);
