/** How much is measured. Enough rounds for a steady median, few enough for a coffee. */
export interface BenchSettings {
  /** Fresh processes for each import. */
  importRounds: number;
  /** Measured rounds of calls and pages, and what one round does. */
  callRounds: number;
  callsPerRound: number;
  pagesPerRound: number;
  inFlight: number;
  /** Milliseconds after which a table gets no further rounds. */
  limitMs: number;
  /** Measured rounds of verifying and building, and what one round does. */
  loopRounds: number;
  verificationsPerRound: number;
  cardsPerRound: number;
  typeCheckRounds: number;
  /** Cold clients that start at once. */
  stormClients: number;
  /** Sends to the emulator. */
  emulatorCalls: number;
  /** Messages over which the memory of the emulator is watched. */
  emulatorMemoryMessages: number;
}

/** The settings of `pnpm bench`. */
export const FULL: BenchSettings = {
  importRounds: 15,
  callRounds: 5,
  callsPerRound: 6_000,
  pagesPerRound: 150,
  inFlight: 50,
  limitMs: 90_000,
  loopRounds: 5,
  verificationsPerRound: 2_500,
  cardsPerRound: 50_000,
  typeCheckRounds: 15,
  stormClients: 500,
  emulatorCalls: 6_000,
  emulatorMemoryMessages: 200_000,
};

/** The settings of `pnpm bench --quick`: the same work, medians that shake more. */
export const QUICK: BenchSettings = {
  ...FULL,
  importRounds: 5,
  callRounds: 3,
  limitMs: 8_000,
  callsPerRound: 900,
  pagesPerRound: 50,
  loopRounds: 3,
  verificationsPerRound: 1_200,
  cardsPerRound: 20_000,
  typeCheckRounds: 3,
  stormClients: 40,
  emulatorCalls: 2_000,
  emulatorMemoryMessages: 40_000,
};
