import { CALLS, migrateTexts } from '@convapi/migrate';
import { GROUPS } from './call-tasks.mjs';

/** What the vendor's calls stand in: hidden on the page, and rewritten with them. */
export const VENDOR_HEAD = `import { SinchClient } from '@sinch/sdk-core';

declare const appId: string, phone: string, messageId: string, contactId: string, otherId: string;
declare const conversationId: string, eventId: string, webhookId: string, templateId: string;
const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });
`;
const MARK = '// task\n';
const OUR_HEAD = `import type { ConversationClient } from '@convapi/client';
declare const conversation: ConversationClient;
declare const appId: string, phone: string, messageId: string, contactId: string, otherId: string;
declare const conversationId: string, eventId: string, webhookId: string, templateId: string;
// ---cut---
`;

/** @returns {string} the page that shows every call of the vendor's beside ours */
export function callByCall() {
  const groups = GROUPS.map(({ title, intro, tasks }) => `## ${title}\n\n${intro ? `${intro}\n\n` : ''}${tasks.map(showTask).join('\n')}`);
  return `---
title: Call by call
description: Every call of the vendor's conversation SDK beside the same call of convapi.
order: 30
---

<!-- Written by scripts/migrate/write-pages.mjs from the table of @convapi/migrate. Do not edit. -->

# Call by call

The vendor's calls take one object. It holds the ids, the body under a name of its own, and the filters. Ours take the same things one after the other: the ids of the path, then the body, then the filters, then options of the call.

The first program of each pair is the vendor's, the second ours. The second is what [the codemod](./codemod) makes of the first.

## All calls

| vendor | convapi | arguments |
| ------ | ------- | --------- |
${CALLS.map(tableRow).join('\n')}

${groups.join('\n')}
## Not in the vendor's SDK

\`batch\` sends one message to many recipients: \`find\`, \`send\`, \`cancel\`, \`get\`, \`createContacts\`, \`deleteContacts\` and \`insertConsents\`. \`request\` calls an operation that the client does not know yet.
`;
}

function tableRow({ vendor, ours, path, body, query, variants }) {
  const places = [...path, ...(body ? ['body'] : []), ...(query.length > 0 ? ['query'] : [])];
  const theirs = [vendor.method, ...(variants.length > 0 ? [variants[0].method] : [])].map((method) => `\`${vendor.resource}.${method}\``);
  return `| ${theirs.join(', ')}${variants.length > 1 ? ' and so on' : ''} | \`${ours.resource}.${ours.method}\` | ${places.length > 0 ? `\`(${places.join(', ')})\`` : 'none'} |`;
}

function showTask([operation, title, vendor, note]) {
  return `### ${title}

${note ? `${note}\n\n` : ''}\`\`\`ts
// @sinch/sdk-core: ${operation}
${vendor}
\`\`\`

\`\`\`ts twoslash
${OUR_HEAD}// convapi
${oursOf(vendor)}
\`\`\`
`;
}

/** What the codemod makes of the vendor's call. */
export function oursOf(vendor) {
  const { changes, left } = migrateTexts(new Map([['task.ts', `${VENDOR_HEAD}${MARK}${vendor}\n`]]));
  if (left.length > 0 || changes.length !== 1) throw new Error(`The codemod leaves something of ${vendor}: ${JSON.stringify(left)}`);
  const after = changes[0].after;
  return after.slice(after.indexOf(MARK) + MARK.length).trimEnd().replaceAll('sinch.', 'conversation.');
}
