import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fieldOf } from '../internal/read.ts';
import type { UpdateMode } from './update-mode-node.ts';

/** A message on a channel as it is stored. */
export interface Picture {
  text: string;
  svg: string;
}

/** How a picture compares with the one that is stored. */
export type Comparison = { state: 'same' | 'written' | 'missing' } | { state: 'different'; stored: Picture };

/** Compares a picture with the stored one, and stores it where the mode allows it. `base` is the path without ending. */
export function comparePicture(base: string, picture: Picture, mode: UpdateMode): Comparison {
  const stored = read(base);
  if (stored && stored.text === picture.text && stored.svg === picture.svg) {
    rmSync(receivedPath(base), { force: true });
    return { state: 'same' };
  }
  if (mode === 'all' || (stored === undefined && mode === 'new')) {
    write(base, picture);
    return { state: 'written' };
  }
  if (stored === undefined) return { state: 'missing' };
  writeFileSync(receivedPath(base), picture.svg);
  return { state: 'different', stored };
}

/** The picture as it would be, beside the stored one: to look at both. */
export function receivedPath(base: string): string {
  return `${base}.received.svg`;
}

function write(base: string, { text, svg }: Picture): void {
  mkdirSync(dirname(base), { recursive: true });
  writeFileSync(`${base}.txt`, text);
  writeFileSync(`${base}.svg`, svg);
  rmSync(receivedPath(base), { force: true });
}

function read(base: string): Picture | undefined {
  const text = readText(`${base}.txt`);
  const svg = readText(`${base}.svg`);
  return text === undefined && svg === undefined ? undefined : { text: text ?? '', svg: svg ?? '' };
}

/** Git on Windows may have changed the ends of lines. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    // Not by instanceof Error: under Jest the errors of node:fs are of another realm.
    if (fieldOf(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
}
