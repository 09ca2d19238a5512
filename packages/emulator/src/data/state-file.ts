import { crc32 } from 'node:zlib';

/**
 * The form of the file that holds the state: a head of fixed size, then records, one a line, oldest first.
 *
 * Every record carries a checksum and its number, so that a changed byte and a missing line are both found. The head says how many records
 * there are and where they end: it is written after them, so that what stands behind that end was never answered, and what is missing
 * before it was lost.
 */

/** What the head says. */
export interface FileHead {
  /** How many records there are. */
  records: number;
  /** Where they end, in bytes from the start of the file. */
  end: number;
}

/** One row at one moment: its value as JSON, or none once it is deleted. */
export interface FileRecord {
  key: string;
  text: string | undefined;
}

/** What {@link readRecords} found. */
export interface ReadRecords {
  /** In the order in which they were written. */
  records: FileRecord[];
  /** How many of those that the head counts cannot be read; without a head, how many lines. */
  damaged: number;
}

/** Version of the form. A change that older versions cannot read makes it one higher. */
export const FORMAT = 1;

const NAME = 'convapi-emulator-state';
const DIGITS = 15;
const CHECKSUM_LENGTH = 8;

/** Length of the head in bytes. */
export const HEAD_BYTES = toHead({ records: 0, end: 0 }).length;

const NEW_LINE = 0x0a;

export function toHead({ records, end }: FileHead, format = FORMAT): Buffer {
  const text = `${NAME} ${format} ${digits(records)} ${digits(end)}`;
  return Buffer.from(`${text} ${checksum(Buffer.from(text))}\n`);
}

/** What the start of a file says; `undefined` when it is damaged, or no head at all. */
export function readHead(file: Buffer): (FileHead & { format: number }) | undefined {
  const end = file.indexOf(NEW_LINE);
  const line = file.subarray(0, Math.max(end, 0)).toString('latin1');
  const [, text = '', format, records, bytes, sum] = /^(\S+ (\d+) (\d+) (\d+)) ([\da-f]{8})$/.exec(line) ?? [];
  if (!text.startsWith(`${NAME} `) || checksum(Buffer.from(text)) !== sum) return undefined;
  return { format: Number(format), records: Number(records), end: Number(bytes) };
}

/** @param number of the record: 1 for the first one in the file */
export function toRecord(number: number, { key, text }: FileRecord): string {
  // JSON has no tab and no line end of its own, so that both can stand between its values.
  const body = [number, JSON.stringify(key), ...(text === undefined ? [] : [text])].join('\t');
  return `${checksum(Buffer.from(body))}\t${body}\n`;
}

/** Reads the records of a file, those behind a damaged one too. */
export function readRecords(file: Buffer, head: FileHead | undefined): ReadRecords {
  const records: FileRecord[] = [];
  let last = 0;
  let broken = 0;
  for (const line of linesOf(file.subarray(0, head?.end), head ? HEAD_BYTES : 0)) {
    const record = readRecord(line);
    // A number that comes twice or goes back was not written here.
    if (!record || record.number <= last) broken += 1;
    else {
      last = record.number;
      records.push(record);
    }
  }
  // A head that cannot be read is one of the broken lines, and no record.
  return { records, damaged: head ? head.records - records.length : Math.max(broken - 1, last - records.length) };
}

function* linesOf(file: Buffer, from: number): Iterable<Buffer> {
  for (let start = from; start < file.length; ) {
    const end = file.indexOf(NEW_LINE, start);
    // Without its end a line is not whole, even if all else is there.
    yield end < 0 ? Buffer.alloc(0) : file.subarray(start, end);
    start = end < 0 ? file.length : end + 1;
  }
}

function readRecord(line: Buffer): (FileRecord & { number: number }) | undefined {
  const body = line.subarray(CHECKSUM_LENGTH + 1);
  if (line.subarray(0, CHECKSUM_LENGTH + 1).toString('latin1') !== `${checksum(body)}\t`) return undefined;
  const [number, key = '""', text] = body.toString().split('\t');
  return { number: Number(number), key: JSON.parse(key) as string, text };
}

function checksum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(CHECKSUM_LENGTH, '0');
}

function digits(value: number): string {
  return String(value).padStart(DIGITS, '0');
}
