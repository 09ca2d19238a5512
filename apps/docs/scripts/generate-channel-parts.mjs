import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { channelParts } from './channel-parts.mjs';

const rules = JSON.parse(readFileSync(new URL('../../../packages/message-builder/data/channel-limits.json', import.meta.url), 'utf8'));
const folder = new URL('../src/parts/channels/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(channelParts(rules))) writeFileSync(new URL(name, folder), text);
