import { vi } from 'vitest';
import { describeProperties } from './fuzz-properties.ts';

// The source, not what was built of it.
vi.mock('#hmac', () => import('../src/hmac-node.ts'));

describeProperties('node:crypto');
