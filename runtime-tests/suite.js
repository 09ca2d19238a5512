import { authChecks } from './suite/auth.js';
import { builderChecks } from './suite/builder.js';
import { clientChecks } from './suite/client.js';
import { coreChecks } from './suite/core.js';
import { packageChecks } from './suite/packages.js';
import { transportChecks } from './suite/transport.js';
import { verifierChecks } from './suite/verifier.js';

/** @import { Check } from './suite/types.js' */

/** Every check, in the order that they run in. No test framework: what runs must be the same everywhere. @type {Check[]} */
export const suite = [
  ...packageChecks,
  ...coreChecks,
  ...builderChecks,
  ...transportChecks,
  ...authChecks,
  ...clientChecks,
  ...verifierChecks,
];
