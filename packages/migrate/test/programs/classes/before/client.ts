import { SinchClient } from '@sinch/sdk-core';

export const createClient = (): Pick<SinchClient, 'conversation'> =>
  new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's' });
