import { describe, expect, it } from 'vitest';
import { parseArguments } from '../src/arguments.ts';
import { FEWEST_ROUNDS, FULL, QUICK } from '../src/settings.ts';

const suite = (name: string) => ({ name, title: name, run: async () => [] });
const ALL = [suite('calls'), suite('pages')];
const read = (...args: string[]) => parseArguments(args, ALL);

describe('the command line', () => {
  it('runs everything in full, with an even number of rounds that is large enough', () => {
    expect(read()).toEqual({ suites: ALL, settings: FULL, isFull: true });
    expect(FULL.rounds).toBeGreaterThanOrEqual(FEWEST_ROUNDS);
    expect(FULL.rounds % 2).toBe(0);
  });

  it('runs the suites that it names, and then writes no page', () => {
    expect(read('pages')).toMatchObject({ suites: [ALL[1]], isFull: false });
  });

  it('takes another number of rounds, and writes no page for too few', () => {
    expect(read('--rounds', '20')).toMatchObject({ settings: { rounds: 20, calls: FULL.calls }, isFull: true });
    expect(read('--rounds', '14').isFull).toBe(false);
    expect(read('--quick', '--rounds', '5').settings).toEqual({ ...QUICK, rounds: 5 });
    expect(read('--quick', '--rounds', '20').isFull).toBe(false);
  });

  it('says what is wrong', () => {
    expect(() => read('call')).toThrow('No suite is named "call". There are: calls, pages.');
    expect(() => read('--rounds', 'many')).toThrow('--rounds takes a number of rounds, not "many".');
    expect(() => read('--rounds', '0')).toThrow('not "0"');
  });
});
