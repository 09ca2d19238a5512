import { REGIONS, type Region } from '@convapi/core';
import { BATCH_PREFIX } from './load-spec.ts';

/** The region that a call is for, and its path there. */
export interface Place {
  region: Region;
  path: string;
}

/** Hosts of the vendor; they only get here when the emulator was allowed to answer for them. */
const VENDOR_HOST = /^(\w+)\.(conversation|template|conversationbatch)\.api\.sinch\.com$/;

/**
 * Tells the region of a call: by the first part of its path, else by its host name, else the one of the options.
 *
 * The batch API, which is a host of its own at the vendor, is below `/batch` here.
 */
export function readRegion({ hostname, pathname }: URL, fallback: Region): Place {
  const [, first = ''] = pathname.split('/', 2);
  const prefixed = toRegion(first);
  if (prefixed) return { region: prefixed, path: pathname.slice(first.length + 1) };
  const [, name = '', kind] = VENDOR_HOST.exec(hostname) ?? [];
  return { region: toRegion(name) ?? fallback, path: kind === 'conversationbatch' ? BATCH_PREFIX + pathname : pathname };
}

function toRegion(name: string): Region | undefined {
  return REGIONS.find((region) => region === name);
}
