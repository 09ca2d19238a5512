// What customers see. Written by "pnpm api:update": a change here is a change for them.

declare function encodeBase64(input: string | Uint8Array): string;

export {
  encodeBase64,
};
