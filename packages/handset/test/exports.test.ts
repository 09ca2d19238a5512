import { expect, test } from 'vitest';
import * as element from '../dist/element.mjs';
import * as components from '../src/index.ts';

test('the components and no others', () => {
  expect(Object.keys(components).sort()).toEqual(['MessageView', 'Phone', 'lookOf']);
});

test('the element loads where there are no elements, as on a server that draws pages', () => {
  expect(Object.keys(element)).toEqual(['HandsetElement']);
});
