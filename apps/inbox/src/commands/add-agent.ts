import { parseArgs } from 'node:util';
import { ConvapiError } from '@convapi/core';
import { isTaken } from '../database/errors.ts';
import type { Inbox } from '../prepare-inbox.ts';

/**
 * `add-agent --email … --name … [--role admin|agent]`: lets somebody in, and prints a link that signs them in once; for somebody
 * who is there already, another link. The first is an admin whatever is said.
 */
export async function addAgent(inbox: Inbox, args: string[], url: string, print: (line: string) => void): Promise<void> {
  const { values } = parseArgs({ args, options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } } });
  const { email = '', name = '', role = 'agent' } = values;
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    throw new ConvapiError('[@convapi/inbox] add-agent needs --email, such as --email anna@example.com.');
  if (role !== 'agent' && role !== 'admin') throw new ConvapiError(`[@convapi/inbox] --role is "${role}": use agent or admin.`);
  const isFirst = !(await inbox.hasAgents());
  try {
    const agent = await inbox.addAgent({ email, name: name || (email.split('@')[0] as string), role: isFirst ? 'admin' : role });
    print(`${agent.name} <${agent.email}> works with the inbox now, as ${agent.role}.`);
  } catch (error) {
    if (!isTaken(error)) throw error;
    print(`${email} works with the inbox already.`);
  }
  print(`This link signs them in, once, within 24 hours:\n${url}${await inbox.signInPath(email)}`);
}
