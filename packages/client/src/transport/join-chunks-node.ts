/** One buffer of all chunks. Most answers are a single one, which needs no copy. */
export function joinChunks(chunks: Buffer[]): Buffer {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
