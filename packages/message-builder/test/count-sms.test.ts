import { describe, expect, it } from 'vitest';
import { countSms } from '../src/index.ts';

/** GSM 03.38 by row, as printed in the standard; the escape is left out. */
const TABLE = [
  '@£$¥èéùìòÇ\nØø\rÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ',
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
].join('');

describe('the alphabet', () => {
  it('has the 127 characters of GSM 03.38, one unit each', () => {
    expect(new Set(TABLE).size).toBe(127);
    expect(countSms(TABLE)).toStrictEqual({ encoding: 'GSM-7', segments: 1, unitsUsed: 127, unitsLeft: 33 });
  });

  it.each([...'\f^{}\\[~]|€'])('takes two units for %j', (character) => {
    expect(countSms(character)).toStrictEqual({ encoding: 'GSM-7', segments: 1, unitsUsed: 2, unitsLeft: 158 });
  });

  it.each([...'çâëÀÁêő`’“–…\t\u00a0中я', '😀'])('lacks %j', (character) => {
    expect(countSms(`a${character}`)).toMatchObject({ encoding: 'UCS-2', unitsUsed: 1 + character.length });
  });
});

describe('the parts', () => {
  it.each([
    ['nothing', '', 0, 0, 160],
    ['one full SMS', 'a'.repeat(160), 1, 160, 0],
    ['one character more', 'a'.repeat(161), 2, 161, 145],
    ['two full parts', 'a'.repeat(306), 2, 306, 0],
    ['one more than that', 'a'.repeat(307), 3, 307, 152],
    ['80 euro signs', '€'.repeat(80), 1, 160, 0],
    ['a euro sign that would be split moves on', `${'a'.repeat(152)}€${'a'.repeat(10)}`, 2, 164, 141],
    ['euro signs leave a unit of each part', '€'.repeat(153), 3, 306, 151],
  ])('of GSM-7: %s', (_, text, segments, unitsUsed, unitsLeft) => {
    expect(countSms(text)).toStrictEqual({ encoding: 'GSM-7', segments, unitsUsed, unitsLeft });
  });

  it.each([
    ['one full SMS', 'я'.repeat(70), 1, 70, 0],
    ['one character more', 'я'.repeat(71), 2, 71, 63],
    ['one emoji in a long text', `${'a'.repeat(69)}😀`, 2, 71, 63],
    ['35 emoji', '😀'.repeat(35), 1, 70, 0],
    ['an emoji is not split', '😀'.repeat(36), 2, 72, 61],
    ['half of an emoji', '\ud83d', 1, 1, 69],
  ])('of UCS-2: %s', (_, text, segments, unitsUsed, unitsLeft) => {
    expect(countSms(text)).toStrictEqual({ encoding: 'UCS-2', segments, unitsUsed, unitsLeft });
  });
});
