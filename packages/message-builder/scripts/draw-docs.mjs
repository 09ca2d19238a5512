// Draws the pictures of the README from docs/message.json. Needs a build; a test compares them with what the source draws.
import { readFileSync, writeFileSync } from 'node:fs';
import { render, toSvg } from '@convapi/message-builder';

const docs = new URL('../docs/', import.meta.url);
const { channels, message } = JSON.parse(readFileSync(new URL('message.json', docs), 'utf8'));

for (const channel of channels) writeFileSync(new URL(`${channel.toLowerCase()}.svg`, docs), toSvg(render(message, channel)));
