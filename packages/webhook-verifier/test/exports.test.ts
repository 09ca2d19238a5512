import { expect, it } from 'vitest';
import * as index from '../src/index.ts';
import * as node from '../src/node.ts';

it('exports these names and no others', () => {
  expect(Object.keys(index).sort()).toEqual([
    'WebhookVerificationError',
    'createBearerCheck',
    'createExhaustiveWebhookHandler',
    'createWebhookHandler',
    'createWebhookVerifier',
    'isWebhookVerificationError',
    'memoryReplayGuard',
    'parseWebhookEvent',
    'requireBearer',
    'signWebhook',
  ]);
  expect(Object.keys(node)).toEqual(['toNodeListener']);
});
