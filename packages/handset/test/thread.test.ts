import { choice, render, reply, text } from '@convapi/message-builder';
import { describe, expect, test } from 'vitest';
import { lookOf } from '../src/channel-look.ts';
import { toSafeLink, toSafeSource } from '../src/internal/safe-url.ts';
import { sizeText } from '../src/internal/size-text.ts';
import { dockedChoices } from '../src/thread/docked-choices.ts';
import { toRows } from '../src/thread/to-rows.ts';
import type { ThreadEntry } from '../src/thread-entry.ts';

const app = (id: string, message = text(id), time?: string): ThreadEntry => ({ id, rendered: render(message, 'WHATSAPP'), time });
const contact = (id: string, time?: string): ThreadEntry => ({
  id,
  rendered: render({ contact_message: { text_message: { text: id } } }, 'WHATSAPP'),
  time,
});
const reaction = (id: string, messageId: string, emoji: string, removed = false): ThreadEntry => ({
  id,
  rendered: { ...contact(id).rendered, type: 'reaction', parts: [{ kind: 'reaction', emoji, removed, messageId }] },
});
const groups = (entries: ThreadEntry[], channel = 'WHATSAPP') =>
  toRows(entries, lookOf(channel)).map((row) =>
    row.kind === 'gap' ? row.text : `${row.entry.id}${row.isFirst ? ' first' : ''}${row.isLast ? ' last' : ''}`,
  );

describe('the lines of a thread', () => {
  test('neighbours of one side are a group', () => {
    expect(groups([app('a'), app('b'), contact('c'), app('d')])).toEqual(['a first', 'b last', 'c first last', 'd first last']);
  });

  test('a new day is told, and ends a group', () => {
    const entries = [app('a', undefined, '2026-03-14T09:00:00Z'), app('b', undefined, '2026-03-15T09:00:00Z')];
    expect(groups(entries)).toEqual(['Saturday 14 March', 'a first last', 'Sunday 15 March', 'b first last']);
  });

  test('channels that tell the time between messages do so after half an hour of quiet', () => {
    const entries = ['09:00', '09:29', '10:00'].map((time) => app(time, undefined, `2026-03-14T${time}:00Z`));
    expect(groups(entries, 'WECHAT').filter((line) => line.includes('March'))).toHaveLength(2);
  });

  test('what is no time is not told', () => {
    expect(groups([app('a', undefined, 'yesterday'), app('b')])).toEqual(['a first', 'b last']);
  });

  test('a reaction goes to its message; a newer one of the same side replaces it, one that is taken off is gone', () => {
    const reactionsOf = (...entries: ThreadEntry[]) =>
      toRows([app('a'), ...entries], lookOf('WHATSAPP')).map((row) => (row.kind === 'entry' ? (row.entry.reactions ?? []) : []));
    expect(reactionsOf(reaction('r', 'a', '👍'))).toEqual([[{ emoji: '👍', direction: 'TO_APP' }]]);
    expect(reactionsOf(reaction('r', 'a', '👍'), reaction('s', 'a', '🎉'))).toEqual([[{ emoji: '🎉', direction: 'TO_APP' }]]);
    expect(reactionsOf(reaction('r', 'a', '👍'), reaction('s', 'a', '', true))).toEqual([[]]);
  });

  test('a reaction on a message that is not there is a line of its own', () => {
    expect(groups([app('a'), reaction('r', 'gone', '👍')])).toEqual(['a first last', 'r first last']);
  });
});

describe('docked choices', () => {
  const rcs = (id: string, message: Parameters<typeof render>[0]): ThreadEntry => ({ id, rendered: render(message, 'RCS') });

  test('are those of the newest message, while nothing newer has come', () => {
    const asked = rcs('a', choice('Tomorrow?', [reply('Yes'), reply('No')]));
    expect(dockedChoices([asked])).toMatchObject({ entryId: 'a', choices: [{ title: 'Yes' }, { title: 'No' }] });
    expect(dockedChoices([asked, rcs('b', text('Well?'))])).toBeUndefined();
    expect(dockedChoices([asked, contact('c')])).toBeUndefined();
  });

  test('that do not vanish stay until a newer message brings others', () => {
    const { rendered } = rcs('a', choice('Tomorrow?', [reply('Yes'), reply('No')]));
    const parts = rendered.parts.map((part) =>
      part.kind === 'choices' ? { ...part, choices: part.choices.map((one) => ({ ...one, vanishes: false })) } : part,
    );
    const asked = { id: 'a', rendered: { ...rendered, parts } };
    expect(dockedChoices([asked, contact('c')])?.choices).toHaveLength(2);
    expect(dockedChoices([asked, rcs('b', choice('Or?', [reply('Later')]))])?.choices).toMatchObject([{ title: 'Later' }]);
  });

  test('of a message that did not arrive are not there', () => {
    expect(dockedChoices([{ ...rcs('a', choice('Tomorrow?', [reply('Yes')])), status: 'failed' }])).toBeUndefined();
  });
});

describe('addresses', () => {
  test('links lead to http, https, mailto and tel', () => {
    expect(['https://a.example/', 'http://a.example/', 'mailto:a@b.example', 'tel:+4670'].map(toSafeLink)).not.toContain(undefined);
    const others = [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc',
      'blob:x',
      '/a',
      '',
      undefined,
    ];
    expect(others.map(toSafeLink)).toEqual(others.map(() => undefined));
  });

  test('pictures may come from the page itself too', () => {
    expect(['https://a.example/a.png', '/media/17', 'data:image/png;base64,AA'].map(toSafeSource)).not.toContain(undefined);
    expect(['javascript:alert(1)', 'data:text/html,x', 'data:application/pdf,x', '', undefined].map(toSafeSource)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

test('what is known of a file is told in short', () => {
  const file = { url: '', media: 'document', fileName: 'bill.pdf' } as const;
  expect(sizeText({ ...file, bytes: 900 })).toBe('PDF · 1 kB');
  expect(sizeText({ ...file, bytes: 1_234_567 })).toBe('PDF · 1.2 MB');
  expect(sizeText({ ...file, media: 'audio', fileName: 'a.mp3', durationSeconds: 65 })).toBe('1:05');
  expect(sizeText({ ...file, fileName: 'file' })).toBe('');
});
