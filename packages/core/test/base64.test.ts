import { expect, test } from 'vitest';
import { encodeBase64 } from '../src/internal.ts';

test('text is encoded by its UTF-8 bytes, with padding', () => {
  for (const text of ['', 'a', 'key:sécret', '👋', 'a'.repeat(100_000)]) {
    expect(encodeBase64(text)).toBe(Buffer.from(text, 'utf8').toString('base64'));
  }
});

test('bytes are encoded as they are', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
