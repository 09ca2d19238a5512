import type { Fault, FaultState, Faults, FiredFault } from '../faults/index.ts';
import type { AccessTokens } from '../requests/index.ts';

/** A fault rule that was added. */
export interface AddedFault {
  id: string;
  /** What it has done so far, oldest first. */
  fired(): FiredFault[];
  /** Ends it. */
  remove(): void;
}

/** Makes things go wrong. */
export interface FaultControl {
  /**
   * Adds a rule: what goes wrong, with what, and how often.
   *
   * @throws {@link EmulatorError} naming the field that is wrong
   * @example
   * ```ts
   * import { startEmulator } from '@convapi/emulator';
   *
   * const { control } = await startEmulator();
   * control.fault({ effect: { status: 503, retryAfterS: 1 }, match: { operation: 'Messages_SendMessage' }, times: 2 });
   * ```
   */
  fault(fault: Fault): AddedFault;
  /** The rules there are, also those of presets, and what they have done so far. */
  faults(): FaultState[];
  /** Every fault that happened, oldest first. */
  firedFaults(): FiredFault[];
  /** Removes all rules, or the one with this id. @throws {@link EmulatorError} when there is none with it */
  removeFaults(id?: string): void;
  /** Ends every access token that was issued: they expire, or nobody knows them any more. */
  endTokens(how: 'expire' | 'revoke'): void;
}

export function createFaultControl(faults: Faults, tokens: AccessTokens): FaultControl {
  return {
    fault(fault) {
      const { id } = faults.add(fault);
      return {
        id,
        fired: () => faults.fired().filter((one) => one.fault === id),
        remove: () => faults.remove(id),
      };
    },
    faults: () => faults.all(),
    firedFaults: () => faults.fired(),
    removeFaults: (id) => (id === undefined ? faults.removeAll() : faults.remove(id)),
    endTokens: (how) => tokens.endAll(how),
  };
}
