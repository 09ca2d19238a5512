/** A callback as it arrives. */
export interface Delivery {
  body: string;
  headers: Record<string, string>;
}

/** One way to check callbacks. */
export interface Verifier {
  /** Signs a body as its service would, each time as another delivery. */
  sign(body: string): Delivery | Promise<Delivery>;
  /** The parsed body; throws or rejects when the signature is wrong. */
  verify(delivery: Delivery): unknown;
}

/** Long enough for every scheme, and base64 for those that want that. */
export const SECRET = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** Thrown by checks that only answer false. */
export function refuse(): never {
  throw new Error('The signature is wrong.');
}
