import { expect, it } from 'vitest';
import * as entry from '../src/index.ts';
import * as vitest from '../src/vitest.ts';

it('exports these names and no others', () => {
  expect(Object.keys(entry).sort()).toEqual(['EmulatorError', 'MAGIC_IDENTITIES', 'isEmulatorError', 'startEmulator']);
  expect(Object.keys(vitest)).toEqual(['emulatorFixtures']);
});
