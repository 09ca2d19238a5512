import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { cutText } from '../render/cut-text.ts';

/** The parts of a matcher's `this` that vitest and jest have in common. */
export interface TestPlace {
  testPath?: string | undefined;
  currentTestName?: string | undefined;
  assertionCalls?: number | undefined;
}

const LONGEST_NAME = 80;

/** Enough of a SHA-256 that no two names of a project share it. */
const HASH_DIGITS = 16;

/** Between the titles of a test and those of the groups that it is in, as vitest joins them. */
const TITLES = ' > ';

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Counts the calls within one test, so that a second message gets a name of its own. */
export interface CallCounter {
  key: string;
  assertions: number;
  calls: number;
}

/** Where the pictures of a call are, without channel and ending. A repeated test starts to count anew: its assertions do so too. */
export function picturePath(place: TestPlace, folder: string, counter: CallCounter): string {
  const { testPath, currentTestName, assertionCalls } = toPlace(place, counter);
  if (testPath === undefined || currentTestName === undefined) {
    throw new Error(
      '[@convapi/message-builder] toRenderOn does not know its test. Use the expect of the test context in concurrent tests.',
    );
  }
  const key = `${testPath}\n${currentTestName}`;
  counter.calls = counter.key === key && assertionCalls > counter.assertions ? counter.calls + 1 : 1;
  counter.key = key;
  counter.assertions = assertionCalls;
  // No title makes this sign, so that the second message of one test is never the first of another.
  const name = counter.calls === 1 ? toFileName(currentTestName) : `${toFileName(currentTestName)}~${counter.calls}`;
  return join(dirname(testPath), folder, basename(testPath), name);
}

/** `bun test` tells a matcher nothing. There the pictures of a file are numbered, in the order in which they are made. */
function toPlace({ testPath, currentTestName, assertionCalls = 0 }: TestPlace, counter: CallCounter) {
  const bunFile = (globalThis as { Bun?: { main?: string } }).Bun?.main;
  if (testPath !== undefined || bunFile === undefined) return { testPath, currentTestName, assertionCalls };
  return { testPath: bunFile, currentTestName: 'message', assertionCalls: counter.assertions + 1 };
}

/**
 * Letters and digits of any script, hyphens for spaces, dots between titles. Where that does not tell the test's name, since the name is
 * long or has capitals or other signs, a number of the whole name follows: `price > 10` and `price < 10` are two files.
 */
function toFileName(testName: string): string {
  const words = testName.split(TITLES).map(toWords);
  const name = words.join('.');
  const isTold =
    words.join(TITLES).replaceAll('-', ' ') === testName &&
    name.length <= LONGEST_NAME &&
    !words.some((word) => word === '' || DEVICE.test(word));
  return isTold ? name : `${cutText(name, LONGEST_NAME)}-${hash(testName)}`;
}

function toWords(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);
}
