import { ConvapiError } from '@convapi/core';
import type { Inbox } from '../prepare-inbox.ts';

/** `delete-person <address or contact id>`: deletes all that the inbox holds about somebody, and says what that was. */
export async function deletePersonCommand(inbox: Inbox, args: string[], print: (line: string) => void): Promise<void> {
  const [who, ...more] = args;
  if (who === undefined || more.length > 0) {
    throw new ConvapiError('[@convapi/inbox] delete-person needs one address or contact id, such as delete-person +46701234567.');
  }
  const { conversations, messages, files, contactIds } = await inbox.deletePerson(who);
  print(`Deleted ${conversations} conversations with ${messages} messages and ${files} files.`);
  if (contactIds.length > 0)
    print(`The service still has the contacts ${contactIds.join(', ')}. Delete them there, or new messages bring them back.`);
}
