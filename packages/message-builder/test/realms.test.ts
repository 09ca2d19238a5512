import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { calendar, card, isMessageError, MessageError, reply, send, text, toIdentities, whatsappParameters } from '../src/index.ts';

// Jest runs tests in a context of their own: its Error, Date and Array are not those of the modules of Node.
const made = <T>(code: string): T => runInNewContext(`(${code})`) as T;
const entry = new URL('../src/index.ts', import.meta.url).pathname;

describe('what another realm made', () => {
  it('is a time when it is a Date', () => {
    const event = { title: 'a', eventTitle: 'b', eventEnd: '2027-03-01T10:00:00Z', fallbackUrl: 'https://example.com' };
    const eventStart = made<Date>("new Date('2027-03-01T09:00:00Z')");
    expect(eventStart instanceof Date).toBe(false);
    expect(calendar({ ...event, eventStart }).calendar_message.event_start).toBe('2027-03-01T09:00:00.000Z');
    expect(() => calendar({ ...event, eventStart: made<Date>("new Date('x')") })).toThrow('is not a point in time: an invalid Date');
  });

  it('is options, lists and messages like our own', () => {
    expect(card(made("{ title: 't', choices: [{ text_message: { text: 'a' } }] }"))).toEqual(card({ title: 't', choices: [reply('a')] }));
    expect(toIdentities(made("[{ channel: 'SMS', identity: '1' }]"))).toEqual(toIdentities({ SMS: '1' }));
    expect(whatsappParameters(made("{ body: ['Ada'] }"))).toEqual({ 'body[1]text': 'Ada' });
    expect(send(made("{ appId: 'a', to: { contact_id: 'c' }, message: { text_message: { text: 'a' } } }")).message).toEqual(text('a'));
  });

  it('is a MessageError when a copy of the package there threw it', async () => {
    const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', globalName: 'copy' });
    const error = runInNewContext(`${outputFiles[0]?.text}; try { copy.text(7) } catch (error) { error }`);
    expect(error instanceof MessageError).toBe(false);
    expect(error instanceof Error).toBe(false);
    expect(isMessageError(error)).toBe(true);
    expect(error).toMatchObject({ message: '[@convapi/message-builder] text.text is number. Pass a string.' });
  });
});

it('no file asks for the class of a builtin', async () => {
  const { readdir, readFile } = await import('node:fs/promises');
  const folder = new URL('../src/', import.meta.url);
  for (const name of (await readdir(folder, { recursive: true })).filter((one) => one.endsWith('.ts'))) {
    const code = (await readFile(new URL(name, folder), 'utf8')).replace(/^ *(\*|\/\/|\/\*\*).*$/gm, '');
    expect(code, name).not.toMatch(/\binstanceof\b/);
  }
});
