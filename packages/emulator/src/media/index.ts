/** Files for messages in both directions. */
export { createMediaStore, type MediaStore, MOST_FILE_BYTES, readMediaType } from './media-store.ts';
