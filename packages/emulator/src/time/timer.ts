/** Something that will happen at a moment of the emulator's time. */
export interface Timer {
  cancel(): void;
}

/** Options of `after` of the clock. */
export interface AfterOptions {
  /** True for what nobody should wait for, such as a retry in five seconds: `idle` looks past it. */
  background?: boolean;
}
