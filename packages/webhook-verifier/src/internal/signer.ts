/** The signature, in standard base64, of a body followed by `.nonce.timestamp`. A text stands for its UTF-8 bytes. */
export type Signer = (body: string | Uint8Array, tail: string) => string | Promise<string>;
