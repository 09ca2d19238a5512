import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isAllowed } from './refuse-target.ts';

/** Resolves a name to all of its addresses. */
export type Resolve = (hostname: string, callback: (error: Error | null, addresses: LookupAddress[]) => void) => void;

/**
 * Resolves names for connections to receivers. A name may go out because it means this machine (`shop.localhost`), so the address that it
 * leads to must be of this machine too. The address that was looked at is the one that is connected to: there is no second look-up
 * that could say something else.
 */
export function createPinnedLookup(allowTargets: readonly string[], resolve: Resolve = resolveAll): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, found) => {
      const addresses = found ?? [];
      const stray = isAllowed(hostname, allowTargets) ? undefined : addresses.find(({ address }) => !isLoopbackAddress(address));
      const [first] = addresses;
      if (error) callback(error, '', 0);
      else if (stray) callback(new Error(`${hostname} leads to ${stray.address}, which is not on this machine`), '', 0);
      else if (!first) callback(new Error(`${hostname} has no address`), '', 0);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function resolveAll(hostname: string, callback: (error: Error | null, addresses: LookupAddress[]) => void): void {
  lookup(hostname, { all: true }, callback);
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}
