import * as element from '@convapi/handset/element';
import { expect, test } from 'vitest';
import * as components from '../src/index.ts';

test('the components and no others', () => {
  expect(Object.keys(components).sort()).toEqual(['MessageView', 'Phone', 'lookOf']);
});

test('the element loads where there are no elements, as on a server that draws pages', () => {
  expect(Object.keys(element)).toEqual(['HandsetElement']);
});
