import { bundle } from './bundle.ts';
import { calls, pages } from './calls.ts';
import { emulator } from './emulator.ts';
import { faults } from './faults.ts';
import { imports } from './import.ts';
import { builders, webhooks } from './loops.ts';
import type { Suite } from './suite.ts';
import { tokenStorm } from './token-storm.ts';
import { typeCheck } from './type-check.ts';

/** Every suite, in the order of the report. */
export const ALL_SUITES: readonly Suite[] = [imports, bundle, calls, pages, webhooks, builders, typeCheck, faults, tokenStorm, emulator];
