import { describe, expect, it } from 'vitest';
import { card, carousel, choice, list, MessageError, render, reply, text, withExplicitMessages, withText } from '../src/index.ts';

const isPaid = (): boolean => false;

describe('entries by condition', () => {
  it('are left out where they are false, null or undefined', () => {
    const choices = [isPaid() && reply('Receipt'), null, undefined, reply('Help')];
    const only = [reply('Help')];
    expect(choice('a', choices)).toStrictEqual(choice('a', only));
    expect(card({ title: 'a', choices })).toStrictEqual(card({ title: 'a', choices: only }));
    expect(carousel([isPaid() && { title: 'a' }, { title: 'b' }], { choices })).toStrictEqual(
      carousel([{ title: 'b' }], { choices: only }),
    );
    expect(list({ title: 'L', sections: [null, { items: [isPaid() && { title: 'a' }, { title: 'b' }] }] })).toStrictEqual(
      list({ title: 'L', sections: [{ items: [{ title: 'b' }] }] }),
    );
  });

  it('are nothing else: 0 and an empty text are refused', () => {
    expect(() => choice('a', [0 as never])).toThrow(MessageError);
    expect(() => card({ choices: ['' as never] })).toThrow(MessageError);
  });
});

describe('withText', () => {
  it('puts other words on some channels', () => {
    const message = withText(choice('Shall we?', [reply('Yes')]), { SMS: 'Shall we? Answer YES.', RCS: undefined });
    expect(render(message, 'SMS').text).toBe('Shall we? Answer YES.');
    expect(render(message, 'RCS').parts).toHaveLength(2);
    expect(message.explicit_channel_omni_message).toStrictEqual({ SMS: text('Shall we? Answer YES.') });
  });

  it('keeps what stood there, and the message as it was', () => {
    const once = withText(text('a'), { SMS: 'b' });
    expect(withText(once, { LINE: 'c' }).explicit_channel_omni_message).toStrictEqual({ SMS: text('b'), LINE: text('c') });
    expect(once.explicit_channel_omni_message).toStrictEqual({ SMS: text('b') });
  });

  it('refuses channels that there are not', () => {
    expect(() => withText(text('a'), { FAX: 'b' } as never)).toThrow('withText.texts.FAX is for no channel. Pass SMS, RCS,');
    expect(() => withExplicitMessages(text('a'), { FAX: {} } as never)).toThrow('is for no channel');
  });
});
