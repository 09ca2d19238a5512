// What sibling packages share. Not for anyone else: anything here may change in any release.
export { encodeBase64 } from './internal/base64.ts';
