import { expect, it } from 'vitest';
import { card, link, reply } from '../../src/index.ts';
import { createMessageMatchers } from '../../src/matcher/vitest-node.ts';

// As a customer has it in a test: the stored pictures stand in __messages__ beside this file.
it('keeps its picture from run to run', () => {
  expect.extend(createMessageMatchers());
  const message = card({
    title: 'Order 17',
    description: 'On its way, with you tomorrow.',
    choices: [reply('Not at home', 'reschedule-17'), link('Track', 'https://example.com/track/17')],
  });
  expect(message).toRenderOn('RCS', 'SMS');
});
