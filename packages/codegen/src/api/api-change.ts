/** One difference that a customer's compiler can see. */
export interface ApiChange {
  entry: string;
  /** `SendMessageRequest.ttl`. */
  name: string;
  breaking: boolean;
  /** What happened, in words. */
  text: string;
}
