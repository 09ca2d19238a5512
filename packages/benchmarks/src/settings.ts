/** How much is measured. */
export interface BenchSettings {
  /** Rounds of every table that is held against a peer. Each round measures every subject in a fresh process. */
  rounds: number;
  /** Sends of one process: until its code is compiled, and those that count. */
  warmUpCalls: number;
  calls: number;
  inFlight: number;
  /** Walks over a list of 50 pages: until the code is compiled, and those that count. */
  warmUpWalks: number;
  walks: number;
  /** Callbacks of 1 KB that count, and as many before them; of 16 KB a quarter of that. */
  verifications: number;
  /** Milliseconds of processor time in which cards are built, and as many before them. */
  buildingMs: number;
  /** Sends to a server of the emulator's table: until its code is compiled, and those that count. */
  emulatorWarmUpCalls: number;
  emulatorCalls: number;
  /** Messages over which the memory of the emulator is watched. */
  emulatorMemoryMessages: number;
  /** Cold clients that start at once. */
  stormClients: number;
}

/** Fewer rounds give a median that another run need not repeat. */
export const FEWEST_ROUNDS = 15;

/** The settings of `pnpm bench`. An even number of rounds, so that of two subjects each comes first as often as the other. */
export const FULL: BenchSettings = {
  rounds: 16,
  warmUpCalls: 4_000,
  calls: 4_000,
  inFlight: 50,
  warmUpWalks: 12,
  walks: 10,
  verifications: 10_000,
  buildingMs: 300,
  emulatorWarmUpCalls: 2_000,
  emulatorCalls: 2_000,
  emulatorMemoryMessages: 200_000,
  stormClients: 500,
};

/** The settings of `pnpm bench --quick`: to see that everything works. */
export const QUICK: BenchSettings = {
  rounds: 2,
  warmUpCalls: 1_000,
  calls: 1_000,
  inFlight: 50,
  warmUpWalks: 1,
  walks: 2,
  verifications: 2_000,
  buildingMs: 100,
  emulatorWarmUpCalls: 500,
  emulatorCalls: 500,
  emulatorMemoryMessages: 20_000,
  stormClients: 40,
};
