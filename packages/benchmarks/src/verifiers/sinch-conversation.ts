import { ConversationCallbackWebhooks } from '@sinch/conversation';
import { signByHand } from './by-hand.ts';
import { refuse, SECRET, type Verifier } from './verifier.ts';

/** The vendor's validator and parser. */
export function createVerifier(): Verifier {
  const webhooks = new ConversationCallbackWebhooks(SECRET);
  return {
    sign: signByHand,
    verify({ body, headers }) {
      if (!webhooks.validateAuthenticationHeader(headers, body, '', '')) refuse();
      return webhooks.parseEvent(body);
    },
  };
}
