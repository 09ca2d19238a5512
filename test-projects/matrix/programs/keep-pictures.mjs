// What toRenderOn does over five runs of a test runner: writes what is missing but in CI, fails for what differs, accepts what it is told to.
// node keep-pictures.mjs '{ "file", "command", "ci": { "args", "env" }, "update": { "args", "env" } }'
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const { file, command, ci, update } = JSON.parse(process.argv[2]);
const pictures = join('__messages__', file);
const NAMES = ['tells-of-the-order.RCS', 'tells-of-the-order.SMS', 'tells-of-the-order~2.SMS'];
const FILES = NAMES.flatMap((name) => [`${name}.svg`, `${name}.txt`]);

/** Runs the tests with a title for the message; what was printed, and whether they passed. */
function start(title, { args = [], env = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    env: { ...process.env, TITLE: title, ...env },
    encoding: 'utf8',
  });
  return { passed: status === 0, output: stdout + stderr };
}

function passes(run) {
  assert(run.passed, run.output);
}

const inCi = start('Order 17', ci);
assert.match(inCi.output, /There is no picture of this message on RCS, and none is written in CI/);
assert.deepEqual([inCi.passed, existsSync(pictures)], [false, false]);

passes(start('Order 17'));
assert.deepEqual(readdirSync(pictures).sort(), FILES.sort());

const changed = start('Order 18');
assert.match(changed.output, /The message looks different on SMS/);
assert.deepEqual([changed.passed, existsSync(join(pictures, 'tells-of-the-order.RCS.received.svg'))], [false, true]);

passes(start('Order 18', update));
passes(start('Order 18', ci));
assert.deepEqual(readdirSync(pictures).sort(), FILES.sort());
console.log('kept');
