import { SinchClient } from '@sinch/sdk-core';

jest.mock('@sinch/sdk-core');

test('makes a client', () => {
  expect(SinchClient).toHaveBeenCalled();
});
