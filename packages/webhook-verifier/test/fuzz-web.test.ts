import { vi } from 'vitest';
import { describeProperties } from './fuzz-properties.ts';

// What runtimes other than Node get from the `imports` condition of the manifest.
vi.mock('#hmac', () => import('../src/hmac-web.ts'));

describeProperties('Web Crypto');
