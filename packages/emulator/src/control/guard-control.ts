import { EmulatorError } from '../emulator-error.ts';
import type { EmulatorControl } from './control.ts';

/** The part of {@link guardControl} that knows the disk. */
export interface Disk {
  /** Can changes be stored? */
  isWritable(): boolean;
  /** What to say while they cannot. */
  problem(): string;
}

/** A control that refuses what it could not store: what a test does in the process has no answer that could say so later. */
export function guardControl(control: EmulatorControl, { isWritable, problem }: Disk): EmulatorControl {
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

  return {
    ...control,
    contact: (...args) => guard(control.contact(...args)),
    channel: (...args) => guard(control.channel(...args)),
    advance(ms) {
      check();
      return control.advance(ms);
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
