import fc from 'fast-check';
import type { Real } from './real.ts';
import type { Model } from './state.ts';

export type ModelCommand = fc.AsyncCommand<Model, Real>;

/** One kind of step: with which arguments, when it makes sense, and what it does to both sides. */
export interface Step<T> {
  name: string;
  with: fc.Arbitrary<T>;
  /** Default: always. */
  when?: (model: Model) => boolean;
  run: (model: Model, real: Real, given: T) => Promise<void>;
}

/** A step as fast-check takes it. Everything that it sets off is over before the next one starts. */
export function command<T>(step: Step<T>): fc.Arbitrary<ModelCommand> {
  return step.with.map((given) => ({
    check: (model) => step.when?.(model) ?? true,
    async run(model, real) {
      await step.run(model, real, given);
      await real.emulator.control.idle();
    },
    toString: () => `${step.name}(${JSON.stringify(given)})`,
  }));
}

export const CHANNELS = ['SMS', 'RCS', 'WHATSAPP', 'VIBERBM', 'MESSENGER', 'TELEGRAM'] as const;

const PHONES = ['46700000001', '46700000002', '46700000003'];
const NAMES = ['someone', 'nobody'];

/** Some more often than others, so that steps meet on the same addresses. */
const anyChannel = fc.constantFrom('SMS' as const, 'SMS' as const, 'SMS' as const, 'RCS' as const, 'RCS' as const, ...CHANNELS);
export const anyNumber = fc.constantFrom(0, 0, 0, 1, 1, 2);

/** Few addresses, so that contacts often share one. */
export const anyAddress = fc.record({ channel: anyChannel, number: anyNumber }).map(({ channel, number }) => ({
  channel,
  identity: identityOn(channel, number),
}));

export function identityOn(channel: string, number: number): string {
  return (channel === 'MESSENGER' || channel === 'TELEGRAM' ? NAMES[number % 2] : PHONES[number]) ?? '';
}

/** One address per channel, in any order. */
export const someAddresses = fc.uniqueArray(anyAddress, { minLength: 1, maxLength: 3, selector: ({ channel }) => channel });

export const someChannels = fc.uniqueArray(anyChannel, { minLength: 1, maxLength: 4 });

/** Chooses one of a list of the model, whatever its length will be. */
export const whichever = fc.nat(1_000);

/** The way in which a client may write a number. */
export const spelling = fc.constantFrom('plain', 'plus', 'spaced');

export function spell(identity: string, how: string): string {
  if (!/^\d+$/.test(identity) || how === 'plain') return identity;
  return how === 'plus' ? `+${identity}` : `+${identity.slice(0, 2)} ${identity.slice(2, 4)}-${identity.slice(4)}`;
}
