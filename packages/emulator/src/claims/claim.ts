/** How near the emulator is, how sure the claim is, what it says, and the test that shows it as `file: title`. */
export type Claim = readonly [level: ClaimLevel, basis: ClaimBasis, claim: string, shownBy?: string];

export type ClaimLevel = 'faithful' | 'simplified' | 'absent';

/** `source`: the vendor, its SDKs or its samples say so. `guess`: nobody does. */
export type ClaimBasis = 'source' | 'guess';
