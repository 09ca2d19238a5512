import { type Authenticator, basicAuth, bearerToken, clientCredentials, type TokenStore } from '@convapi/auth';

const tokenStore: TokenStore = { get: async () => undefined, set: async () => undefined, delete: async () => undefined };

export const ways: Authenticator[] = [
  clientCredentials({ keyId: 'key', keySecret: 'secret' }),
  clientCredentials({ keyId: 'key', keySecret: 'secret', tokenUrl: 'http://127.0.0.1:4010/oauth2/token', tokenStore, now: Date.now }),
  basicAuth({ keyId: 'key', keySecret: 'secret' }),
  bearerToken(() => 'token'),
];

export const headers = await ways[0]?.headers({ url: 'https://eu.conversation.api.sinch.com' });
