import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { card, choice, list, type MediaPart, render, reply, type TextPart, type TextSpan, text } from '../../src/index.ts';

/** The looks of a text in short: `[b]bold[]`. */
function looks(message: string, channel: 'WHATSAPP' | 'VIBERBM' | 'SMS' = 'WHATSAPP'): string {
  const [part] = render(text(message), channel).parts as TextPart[];
  return (part?.spans?.text ?? [{ text: message }]).map(inShort).join('');
}

function inShort({ text: words, bold, italic, strike, mono, link }: TextSpan): string {
  const marks = [bold && 'b', italic && 'i', strike && 's', mono && 'm', link && 'l'].filter(Boolean).join('');
  return marks === '' ? words : `[${marks}]${words}[]`;
}

describe('the spans of a text', () => {
  it.each([
    ['*bold* _italic_ ~struck~ `code` end', '[b]bold[] [i]italic[] [s]struck[] [m]code[] end'],
    ['*bold _both ~all~_* none', '[b]bold [][bi]both [][bis]all[] none'],
    ['_*turned*_!', '[bi]turned[]!'],
    ['(*in brackets*), *a*.', '([b]in brackets[]), [b]a[].'],
    ['```{\n  "a": *b*\n}```', '[m]{\n  "a": *b*\n}[]'],
    ['`*not bold*`', '[m]*not bold*[]'],
  ])('follow the marks: %j', (message, expected) => {
    expect(looks(message)).toBe(expected);
    expect(looks(message, 'VIBERBM')).toBe(expected);
    expect(looks(message, 'SMS')).toBe(message);
  });

  it.each(['2 * 3 * 4', 'snake_case_name', '*not\nover lines*', '* space*', '*', '**', 'a*b*', '*a*b', '~~', '``````', '> *', '_'])(
    'leave alone what is no mark: %j',
    (message) => {
      expect(looks(message)).toBe(message);
    },
  );

  it('lead to web addresses on every channel, without the full stop behind them', () => {
    expect(looks('See https://example.com/a_b_c, or (http://x.io/?q=1).', 'SMS')).toBe(
      'See [l]https://example.com/a_b_c[], or ([l]http://x.io/?q=1[]).',
    );
    expect(looks('*https://example.com/_a_b*', 'WHATSAPP')).toBe('[bl]https://example.com/_a_b[]');
    expect(looks('`https://example.com`', 'WHATSAPP')).toBe('[m]https://example.com[]');
  });

  it('are there for captions, footers, cards and lists too', () => {
    const photo = 'https://example.com/a.jpg';
    const captioned = render(card({ title: 'T'.repeat(1025), media: photo }), 'WHATSAPP').parts[0] as MediaPart;
    expect(captioned.spans?.caption).toStrictEqual([{ text: 'T'.repeat(1025), bold: true }]);
    expect(render(choice('*Now?*', [reply('Yes')], { whatsappFooter: '_small_' }), 'WHATSAPP').parts[0]).toMatchObject({
      spans: { text: [{ text: 'Now?', bold: true }], footer: [{ text: 'small', italic: true }] },
    });
    expect(render(card({ title: '*A*', description: '_b_', choices: [reply('Yes')] }), 'WHATSAPP').parts[0]).toMatchObject({
      spans: { title: [{ text: 'A', bold: true }], description: [{ text: 'b', italic: true }] },
    });
    expect(render(list({ title: '*A*', menu: 'M', sections: [{ items: [{ title: 'x' }] }] }), 'WHATSAPP').parts[0]).toMatchObject({
      spans: { title: [{ text: 'A', bold: true }] },
    });
  });

  it('say all of the text but its marks, whatever it is', () => {
    const words = fc.array(fc.constantFrom('*', '_', '~', '`', '```', ' ', '\n', 'a', 'ß', '🎉', 'https://x.io/_y', '.'), {
      maxLength: 24,
    });
    fc.assert(
      fc.property(words, (pieces) => {
        const message = pieces.join('');
        const [part] = render(text(message), 'WHATSAPP').parts as TextPart[];
        const shown = (part?.spans?.text ?? [{ text: message }]).map((span) => span.text).join('');
        expect(shown.replaceAll(/[*_~`]/g, '')).toBe(message.replaceAll(/[*_~`]/g, ''));
        expect(part?.spans?.text?.every((span) => span.text !== '') ?? true).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('are found in time that grows with the text, not faster', () => {
    const time = (message: string) => {
      const before = process.cpuUsage();
      render(text(message), 'WHATSAPP');
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    // A scan that starts anew at each mark would take minutes.
    for (const pattern of ['*a _b ~c `d ', '*_~*_~', '```a ', '*a *', 'https://a.b/_c ']) {
      expect(time(pattern.repeat(400_000 / pattern.length)), pattern).toBeLessThan(5000);
    }
  });
});
