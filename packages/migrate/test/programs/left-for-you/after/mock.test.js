import { SinchClient } from '@sinch/sdk-core';

// TODO(convapi): name the package of @convapi that is meant
jest.mock('@sinch/sdk-core');

test('makes a client', () => {
  expect(SinchClient).toHaveBeenCalled();
});
