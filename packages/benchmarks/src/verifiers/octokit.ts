import { sign, verify } from '@octokit/webhooks-methods';
import { refuse, SECRET, type Verifier } from './verifier.ts';

/** GitHub's scheme: the body alone is signed. */
export function createVerifier(): Verifier {
  return {
    sign: async (body) => ({ body, headers: { 'x-hub-signature-256': await sign(SECRET, body) } }),
    async verify({ body, headers }) {
      if (!(await verify(SECRET, body, headers['x-hub-signature-256'] ?? ''))) refuse();
      return JSON.parse(body);
    },
  };
}
