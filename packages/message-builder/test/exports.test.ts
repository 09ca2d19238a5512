import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import * as entry from '../src/index.ts';

it('exports these values and no others', () => {
  expect(Object.keys(entry).sort()).toStrictEqual([
    'API_LIMITS',
    'LIMITS',
    'LIMIT_SOURCES',
    'MessageError',
    'askLocation',
    'calendar',
    'call',
    'card',
    'carousel',
    'carouselCommerce',
    'check',
    'checkSend',
    'choice',
    'commerce',
    'contactInfo',
    'countSms',
    'explain',
    'fit',
    'flow',
    'forChannels',
    'formatExplanation',
    'formatRendered',
    'isMessageError',
    'link',
    'list',
    'location',
    'media',
    'notificationTemplate',
    'orderDetails',
    'orderStatus',
    'persistent',
    'pin',
    'render',
    'reply',
    'replyTo',
    'send',
    'template',
    'templateReference',
    'text',
    'toContact',
    'toIdentities',
    'toSvg',
    'whatsappParameters',
    'whatsappTemplate',
    'withAgent',
    'withExplicitMessages',
    'withOmniOverrides',
    'withReplyTo',
    'withSpecificMessages',
    'withText',
  ]);
});

it('imports nothing at run time but its own files', async () => {
  const folder = new URL('../src/', import.meta.url);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    const code = await readFile(new URL(name, folder), 'utf8');
    const own = /^(import|export) .* from '\.{1,2}\//;
    // The lines of examples start with " * ", so only the file's own imports are looked at.
    const imports = code.split('\n').filter((line) => /^(import|export) .* from /.test(line) && !line.startsWith('import type '));
    const foreign = imports.filter((line) => !own.test(line));
    // Only the files of the matchers, which have entries of their own, may use Node.
    if (name.endsWith('-node.ts')) expect(foreign.filter((line) => !line.includes("from 'node:"))).toStrictEqual([]);
    else expect([...foreign, ...imports.filter((line) => line.includes('-node.ts'))], name).toStrictEqual([]);
  }
});
