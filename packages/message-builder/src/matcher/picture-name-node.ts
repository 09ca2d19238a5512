import { basename, dirname, join } from 'node:path';

/** The parts of a matcher's `this` that vitest and jest have in common. */
export interface TestPlace {
  testPath?: string | undefined;
  currentTestName?: string | undefined;
  assertionCalls?: number | undefined;
}

const LONGEST_NAME = 80;

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
  const name = counter.calls === 1 ? toFileName(currentTestName) : `${toFileName(currentTestName)}-${counter.calls}`;
  return join(dirname(testPath), folder, basename(testPath), name);
}

/** `bun test` tells a matcher nothing. There the pictures of a file are numbered, in the order in which they are made. */
function toPlace({ testPath, currentTestName, assertionCalls = 0 }: TestPlace, counter: CallCounter) {
  const bunFile = (globalThis as { Bun?: { main?: string } }).Bun?.main;
  if (testPath !== undefined || bunFile === undefined) return { testPath, currentTestName, assertionCalls };
  return { testPath: bunFile, currentTestName: 'message', assertionCalls: counter.assertions + 1 };
}

/** Letters and digits of any script, the rest as hyphens; a long name ends in a number that tells it from others with the same start. */
function toFileName(testName: string): string {
  const name = testName
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return name.length <= LONGEST_NAME && name !== '' ? name : `${name.slice(0, LONGEST_NAME)}-${hash(testName)}`;
}

/** FNV-1a: short, and the same everywhere. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(36);
}
