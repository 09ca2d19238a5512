import { describe, it } from 'vitest';
import { memoryReplayGuard } from '../src/index.ts';
import { replayGuardContract } from './replay-guards/contract.ts';
import { handlesWhatAKilledProcessHeld } from './replay-guards/killed.ts';

describe('memoryReplayGuard', () => {
  replayGuardContract((leaseMs) => {
    const guard = memoryReplayGuard({ leaseMs });
    return [guard, guard];
  });

  it('is gone with its process, so that the next handles what it was at work on', () =>
    handlesWhatAKilledProcessHeld('memory', 0, (leaseMs) => memoryReplayGuard({ leaseMs })));
});
