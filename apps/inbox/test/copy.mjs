// One copy of the inbox as a process of its own, which tests kill. Options come as JSON; the address is the first line.
import { startInbox } from '../dist/index.js';

const logger = { info() {}, warn: (message) => console.error(message), error: (message, error) => console.error(message, error) };
const inbox = await startInbox({ ...JSON.parse(process.argv[2]), logger });
process.once('SIGTERM', () => inbox.close().then(() => process.exit(0)));
// when the test that started it is gone, nobody else ends it
process.stdin.once('end', () => process.exit(1)).resume();
console.log(inbox.url);
