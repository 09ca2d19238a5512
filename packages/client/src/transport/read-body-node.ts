/** Gathers the chunks of an answer, up to a limit. */
export interface BodyReader {
  /** Takes a chunk; `false` when the answer is too long by now. */
  add(chunk: Buffer): boolean;
  /** What came, decompressed, as text. */
  text(encoding: string | null): Promise<string> | string;
}

export function createBodyReader(maxBytes: number): BodyReader {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      return size <= maxBytes;
    },
    text(encoding) {
      // most answers are a single chunk, which needs no copy
      const data = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      if (encoding === null || data.length === 0) return data.toString('utf8');
      return decompress(data, encoding.toLowerCase(), maxBytes).then((decoded) => decoded.toString('utf8'));
    },
  };
}

/** The error for an answer that is longer than the limit. */
export function tooLong(maxBytes: number): Error {
  return new Error(`it is longer than ${maxBytes} bytes, the limit that \`maxResponseBytes\` sets`);
}

/** Undoes each encoding of the list, the last one first. node:zlib is loaded when an answer first needs it. */
async function decompress(data: Buffer, list: string, maxBytes: number): Promise<Buffer> {
  const { brotliDecompress, gunzip, inflate } = process.getBuiltinModule('node:zlib');
  const decoders: Record<string, typeof gunzip> = { br: brotliDecompress, gzip: gunzip, 'x-gzip': gunzip, deflate: inflate };
  let decoded = data;
  for (const encoding of list.split(',').reverse()) {
    const name = encoding.trim();
    if (name === '' || name === 'identity') continue;
    const decode = decoders[name];
    if (!decode) throw new Error(`it is compressed with ${name}, which was not asked for`);
    decoded = await new Promise<Buffer>((resolve, reject) => {
      decode(decoded, { maxOutputLength: maxBytes }, (error, result) => (error ? reject(explain(error, maxBytes)) : resolve(result)));
    });
  }
  return decoded;
}

function explain(error: NodeJS.ErrnoException, maxBytes: number): Error {
  return error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLong(maxBytes) : error;
}
