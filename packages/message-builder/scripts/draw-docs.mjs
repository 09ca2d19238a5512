// Draws the pictures of the README from docs/message.json, and the contact sheets of the repository's docs. Needs a build; a test compares
// them with what the source draws.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { render, toSvg } from '@convapi/message-builder';
import { contactSheets } from './contact-sheets.mjs';

const docs = new URL('../docs/', import.meta.url);
const { channels, message } = JSON.parse(readFileSync(new URL('message.json', docs), 'utf8'));
for (const channel of channels) writeFileSync(new URL(`${channel.toLowerCase()}.svg`, docs), toSvg(render(message, channel)));

const sheets = new URL('../../../docs/', import.meta.url);
rmSync(new URL('pictures/', sheets), { recursive: true, force: true });
mkdirSync(new URL('pictures/', sheets), { recursive: true });
for (const [path, content] of Object.entries(contactSheets(render, toSvg))) writeFileSync(new URL(path, sheets), content);
