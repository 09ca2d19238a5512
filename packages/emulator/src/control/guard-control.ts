import type { Persistence } from '../data/index.ts';
import { EmulatorError } from '../emulator-error.ts';
import type { EmulatorControl } from './control.ts';

/**
 * A control that refuses what it could not store: what a test does in the process has no answer that could say so later. What it waits for
 * is stored by then.
 */
export function guardControl(control: EmulatorControl, { journal, isWritable, problem }: Persistence): EmulatorControl {
  function check(): void {
    if (!isWritable()) throw new EmulatorError(problem());
  }

  const guard = <T extends object>(part: T): T =>
    Object.fromEntries(
      Object.entries(part).map(([name, value]: [string, unknown]) => [name, typeof value === 'function' ? guarded(value) : value]),
    ) as T;

  function guarded(method: unknown): unknown {
    return (...args: unknown[]) => {
      check();
      return (method as (...given: unknown[]) => unknown)(...args);
    };
  }

  const complain = (cause: unknown) => {
    throw new EmulatorError(problem(), { cause });
  };

  return {
    ...control,
    ...guard({
      resend: control.resend,
      resendAll: control.resendAll,
      sampleCallback: control.sampleCallback,
      createKey: control.createKey,
      revokeKey: control.revokeKey,
    }),
    contact: (...args) => guard(control.contact(...args)),
    channel: (...args) => guard(control.channel(...args)),
    consents(...args) {
      check();
      control.consents(...args);
    },
    advance(ms) {
      check();
      return control.advance(ms).then(() => journal.committed()?.catch(complain));
    },
    async advanceToNext() {
      check();
      const next = await control.advanceToNext();
      await journal.committed()?.catch(complain);
      return next;
    },
    async idle(options) {
      await control.idle(options);
      // What could not be stored is not under way any more.
      await journal.committed()?.catch(() => undefined);
    },
    load(snapshot) {
      check();
      control.load(snapshot);
    },
    reset() {
      check();
      control.reset();
    },
  };
}
