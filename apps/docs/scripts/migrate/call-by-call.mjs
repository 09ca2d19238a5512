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
  const ours = rewriteTasks();
  const show = (task) => showTask(task, ours.get(task[0]));
  const groups = GROUPS.map(({ title, intro, tasks }) => `## ${title}\n\n${intro ? `${intro}\n\n` : ''}${tasks.map(show).join('\n')}`);
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

function showTask([operation, title, vendor, note], ours) {
  return `### ${title}

${note ? `${note}\n\n` : ''}\`\`\`ts
// @sinch/sdk-core: ${operation}
${vendor}
\`\`\`

\`\`\`ts twoslash
${OUR_HEAD}// convapi
${ours}
\`\`\`
`;
}

/** What the codemod makes of the vendor's calls, by operation: all in one run, which loads the compiler once. */
export function rewriteTasks() {
  const tasks = GROUPS.flatMap((group) => group.tasks);
  const { changes, left } = migrateTexts(
    new Map(tasks.map(([operation, , vendor]) => [`${operation}.ts`, `${VENDOR_HEAD}${MARK}${vendor}\n`])),
  );
  if (left.length > 0 || changes.length !== tasks.length) throw new Error(`The codemod leaves something: ${JSON.stringify(left)}`);
  return new Map(
    changes.map(({ path, after }) => [
      path.replace(/\.ts$/, ''),
      after
        .slice(after.indexOf(MARK) + MARK.length)
        .trimEnd()
        .replaceAll('sinch.', 'conversation.'),
    ]),
  );
}
