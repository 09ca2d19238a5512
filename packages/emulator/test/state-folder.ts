import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { HEAD_BYTES, readHead, readRecords, toHead, toRecord } from '../src/data/state-file.ts';

/** A folder that is there for one test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'convapi-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The file that holds the state. */
export function stateFile(folder: string): string {
  return join(folder, 'state.log');
}

/** The rows in a folder, by part and key, as JSON. */
export function readStored(folder: string): Map<string, string> {
  const file = readFileSync(stateFile(folder));
  const rows = new Map<string, string>();
  for (const { key, text } of readRecords(file, readHead(file)).records) {
    if (text === undefined) rows.delete(key);
    else rows.set(key, text);
  }
  return rows;
}

/** Puts rows into a folder as an emulator would, whatever they are. */
export function writeStored(folder: string, rows: ReadonlyMap<string, string>, format?: number): void {
  const records = Buffer.from([...rows].map(([key, text], index) => toRecord(index + 1, { key, text })).join(''));
  writeFileSync(stateFile(folder), Buffer.concat([toHead({ records: rows.size, end: HEAD_BYTES + records.length }, format), records]));
}
