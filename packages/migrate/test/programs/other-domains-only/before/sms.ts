import { SinchClient } from '@sinch/sdk-core';

const sinch = new SinchClient({ servicePlanId: 'plan', apiToken: 'token', smsRegion: 'eu' });

export const send = () => sinch.sms.batches.send({ sendSMSRequestBody: { to: ['+46701234567'], from: '+46701234568', body: 'Hello' } });
