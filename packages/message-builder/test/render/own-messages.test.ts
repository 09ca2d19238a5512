import { describe, expect, it } from 'vitest';
import {
  carouselCommerce,
  commerce,
  flow,
  formatRendered,
  orderDetails,
  orderStatus,
  render,
  text,
  toSvg,
  withSpecificMessages,
} from '../../src/index.ts';

const PHOTO = 'https://example.com/a.jpg';
const show = (channel: 'WHATSAPP' | 'KAKAOTALK', specific: object) =>
  render(withSpecificMessages(text('Hello'), { [channel]: specific } as never), channel);

describe('an order', () => {
  const order = {
    subtotal_value: 19_800,
    shipping_value: 2000,
    tax_value: 0,
    discount_value: 500,
    items: [
      { retailer_id: 's', name: 'Shoes', amount_value: 14_900, quantity: 1 },
      { retailer_id: 'k', name: 'Socks', amount_value: 4900, sale_amount_value: 2450, quantity: 2 },
    ],
  };
  const payment = { type: 'br', reference_id: 'o-17', type_of_goods: 'physical-goods', total_amount_value: 21_300, order } as const;

  it('has its prices, sums and total', () => {
    const rendered = show('WHATSAPP', orderDetails({ payment, body: 'Please pay' }));
    expect(rendered.parts).toMatchObject([
      {
        order: {
          reference: 'o-17',
          currency: 'BRL',
          items: [
            { name: 'Shoes', quantity: 1, amount: 149 },
            { name: 'Socks', quantity: 2, amount: 49, regularAmount: 98 },
          ],
          sums: [
            { name: 'Subtotal', amount: 198 },
            { name: 'Discount', amount: -5 },
            { name: 'Shipping', amount: 20 },
          ],
          total: 213,
        },
        cards: [{ description: 'Please pay' }],
      },
    ]);
    expect(formatRendered(rendered)).toContain('2 × Socks: BRL 49.00');
    expect(toSvg(rendered)).toMatch(/BRL 213\.00/);
  });

  it('has its status', () => {
    expect(
      show('WHATSAPP', orderStatus({ payment: { reference_id: 'o', order: { status: 'shipped' } }, body: 'Left' })).parts,
    ).toMatchObject([{ order: { reference: 'o', status: 'shipped', items: [], sums: [] } }]);
  });
});

it('a flow is a card with a button that opens it', () => {
  const rendered = show('WHATSAPP', flow({ flowId: '1', cta: 'Book', header: { image: PHOTO }, body: '*When?*', footer: 'Free' }));
  expect(rendered.parts).toMatchObject([
    {
      cards: [
        {
          media: { url: PHOTO },
          description: '*When?*',
          footer: 'Free',
          spans: { description: [{ text: 'When?', bold: true }] },
          choices: [{ type: 'flow', title: 'Book', placement: 'joined' }],
        },
      ],
    },
  ]);
  expect(toSvg(rendered)).not.toContain('stroke-dasharray');
});

it('products are cards with their prices', () => {
  const product = {
    image: PHOTO,
    commerce: { type: 'FIXED_DISCOUNT_COMMERCE', title: 'Shoes', regular_price: 99_000, discount_price: 89_000, discount_fixed: 10_000 },
    buttons: [{ type: 'WL', name: 'Buy', link_mo: 'https://example.com' }],
  } as const;
  const card = { title: 'Shoes', description: '₩89000 (₩99000)', media: { url: PHOTO }, choices: [{ type: 'url', title: 'Buy' }] };
  expect(show('KAKAOTALK', commerce(product)).parts).toMatchObject([{ cards: [card] }]);
  expect(show('KAKAOTALK', carouselCommerce([product, product])).parts).toMatchObject([{ cards: [card, card] }]);
});
