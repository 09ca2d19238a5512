import * as auth from '@convapi/auth';
import * as client from '@convapi/client';
import * as core from '@convapi/core';
import * as messageBuilder from '@convapi/message-builder';
import * as webhookVerifier from '@convapi/webhook-verifier';
import { same } from './assert.js';

/** @import { Check } from './types.js' */

/** @type {[string, object, string[]][]} */
const PACKAGES = [
  ['core', core, ['ApiError', 'CHANNELS', 'ConvapiError', 'REGIONS', 'WEBHOOK_TRIGGERS', 'isApiError', 'isConvapiError']],
  ['auth', auth, ['basicAuth', 'bearerToken', 'clientCredentials']],
  ['client', client, ['createConversationClient', 'createRateLimiter', 'fetchTransport', 'findSentMessage']],
  ['webhook-verifier', webhookVerifier, ['createWebhookHandler', 'createWebhookVerifier', 'isWebhookVerificationError', 'signWebhook']],
  ['message-builder', messageBuilder, ['MessageError', 'card', 'carousel', 'choice', 'list', 'text', 'toContact', 'toIdentities']],
];

/** Each package imports through its package exports. @type {Check[]} */
export const packageChecks = PACKAGES.map(([name, module, wanted]) => ({
  name: `packages: @convapi/${name} imports and has its main exports`,
  async run() {
    const names = Object.keys(module);
    same(
      wanted.filter((one) => !names.includes(one)),
      [],
      'missing exports',
    );
  },
}));
