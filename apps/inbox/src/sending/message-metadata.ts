const PREFIX = 'convapi-inbox:';

/** Marks a send with our id, which its callbacks bring back. */
export function toMessageMetadata(id: string): string {
  return `${PREFIX}${id}`;
}

/** Our id of the message that a callback is about; undefined when something else sent it. */
export function fromMessageMetadata(metadata: string): string | undefined {
  return metadata.startsWith(PREFIX) ? metadata.slice(PREFIX.length) : undefined;
}
