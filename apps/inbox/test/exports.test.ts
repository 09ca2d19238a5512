import { expect, it } from 'vitest';
import * as inbox from '../src/index.ts';

it('exports these names and no others', () => {
  expect(Object.keys(inbox).sort()).toEqual(['createInbox', 'startInbox']);
});
