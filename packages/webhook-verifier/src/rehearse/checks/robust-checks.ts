import { toEvent } from '../fixtures/payloads.ts';
import type { Range } from '../range.ts';
import { type Shot, withHeader } from '../sending/shot.ts';
import { type Check, checkShot, type ShotCheck } from './check.ts';

const SIZE_FIX =
  'Stop reading at 1 MiB and answer 413, by the bytes that came and not by content-length: else a stranger fills your memory.';
const JSON_FIX = 'Answer 400 to a signed body that is no JSON object: parse after verifying, and catch what the parser throws.';

/** What is no callback, or not as one expects it. */
export function robustChecks(): Check[] {
  return [...sizeChecks(), ...jsonChecks(), ...requestChecks()].map((check) =>
    checkShot({ ...check, group: 'robust', id: `robust:${check.id}` }),
  );
}

type RobustCheck = Omit<ShotCheck, 'group'>;

function sizeChecks(): RobustCheck[] {
  const common = { expect: 'refused', mayClose: true, fix: SIZE_FIX, crashFix: SIZE_FIX } as const;
  return [
    {
      ...common,
      id: 'oversized',
      title: 'refuses a body over the limit',
      sent: 'a signed callback just over the limit',
      shot: (range) => range.message('a'.repeat(range.maxBodyBytes)),
    },
    {
      ...common,
      id: 'oversized-chunked',
      title: 'refuses a body over the limit that does not tell its length',
      sent: 'the same in chunks, without content-length',
      async shot(range) {
        const shot = await range.message('a'.repeat(range.maxBodyBytes));
        return { ...shot, parts: inParts(shot, 16) };
      },
    },
  ];
}

function jsonChecks(): RobustCheck[] {
  const common = { fix: JSON_FIX, crashFix: JSON_FIX } as const;
  const deepFix = 'Nothing of yours may walk a payload by recursion without a limit: such a body overflows the stack.';
  const plain = (id: string, title: string, sent: string, body: string, expect: 'refused' | 'answered'): RobustCheck => {
    return { ...common, id, title, sent, expect, shot: (range) => range.callback(body) };
  };
  return [
    plain('not-json', 'refuses a body that is not JSON', 'a signed body "message=hello"', 'message=hello', 'refused'),
    plain('cut-json', 'refuses JSON that breaks off', 'a signed body \'{"message":{"id":\'', '{"message":{"id":', 'refused'),
    plain('null', 'stands null', 'a signed body "null"', 'null', 'answered'),
    plain('list', 'stands a list', 'a signed body "[]"', '[]', 'answered'),
    plain('empty', 'refuses an empty body', 'a signed body of no bytes', '', 'refused'),
    {
      ...{ fix: deepFix, crashFix: deepFix, expect: 'answered' },
      id: 'deep',
      title: 'stands deep nesting',
      sent: 'a signed callback with 50,000 lists in each other',
      shot: (range) => range.callback(deepBody(range)),
    },
  ];
}

function requestChecks(): RobustCheck[] {
  return [
    {
      id: 'content-type',
      title: 'stands another content type',
      sent: 'a signed callback with "content-type: application/octet-stream"',
      expect: 'answered',
      fix: 'Take or refuse it, but answer.',
      crashFix:
        'Your body parser skips other content types, and your code read a body that was not there. Answer 415, or read the bytes whatever the type.',
      shot: async (range) => withHeader(await range.message('Hello'), 'content-type', 'application/octet-stream'),
    },
    {
      id: 'get',
      title: 'refuses GET',
      sent: 'GET without a body and without a signature',
      expect: 'refused',
      fix: 'Take POST only and answer 405 to the rest: nothing but a signed POST is a callback.',
      shot: async () => ({ method: 'GET', headers: [], parts: [] }),
    },
  ];
}

function deepBody(range: Range): string {
  const depth = 50_000;
  return JSON.stringify(toEvent(range.newFacts(), { event: {} })).replace('{}', `{"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`);
}

function inParts({ parts: [body = new Uint8Array()] }: Shot, count: number): Uint8Array<ArrayBuffer>[] {
  const size = Math.ceil(body.length / count);
  return Array.from({ length: count }, (_, index) => body.slice(index * size, (index + 1) * size));
}
