import { describe, expect, it } from 'vitest';
import { carousel, choice, reply, text } from '../../src/index.ts';
import { createMessageMatchers } from '../../src/matcher/vitest-node.ts';

expect.extend(createMessageMatchers());

describe('toBeAcceptedOn', () => {
  it('passes what the channels take, in whichever form', () => {
    expect(text('Hello')).toBeAcceptedOn('WHATSAPP', 'SMS', 'RCS');
    expect(carousel([{ title: 'a' }])).toBeAcceptedOn('WHATSAPP', 'SMS');
  });

  it('fails with the channel, the place, the limit and who states it', () => {
    expect(() => expect(text('x'.repeat(4097))).toBeAcceptedOn('WHATSAPP')).toThrow(
      'The message is not accepted on WHATSAPP:\nWHATSAPP: text_message.text has 4097 characters, WHATSAPP takes 4096. (https://developers.sinch.com',
    );
    const choices = Array.from({ length: 11 }, (_, at) => reply(String(at)));
    expect(() => expect(choice('a', choices)).toBeAcceptedOn('SMS')).toThrow('API: choice_message.choices has 11 entries');
  });

  it('fails with what the owner of a channel refuses', () => {
    expect(() => expect(text('x'.repeat(2001))).toBeAcceptedOn('MESSENGER')).toThrow('MESSENGER takes 2000');
  });

  it('can be negated, and names a channel at least', () => {
    expect(text('x'.repeat(4097))).not.toBeAcceptedOn('WHATSAPP');
    expect(() => expect(text('Hello')).not.toBeAcceptedOn('SMS')).toThrow('The message is accepted on SMS.');
    expect(() => expect(text('Hello')).toBeAcceptedOn()).toThrow('toBeAcceptedOn names no channel');
  });
});
