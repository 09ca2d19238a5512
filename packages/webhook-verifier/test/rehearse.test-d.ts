import type { RehearsalReport, RehearseOptions } from '../src/rehearse/index.ts';
import { rehearse } from '../src/rehearse/index.ts';

// @ts-expect-error a secret is needed
rehearse({ url: 'http://localhost:3000/webhook' });
// @ts-expect-error the address is text
rehearse({ url: new URL('http://localhost:3000/webhook'), secret: 'my-secret' });
// @ts-expect-error seconds are a number
const wrong: Partial<RehearseOptions> = { toleranceSeconds: '300' };

const report: Promise<RehearsalReport> = rehearse({
  url: 'http://localhost:3000/webhook',
  secret: 'my-secret',
  fetch,
  now: Date.now,
  random: Math.random,
});
const counted: RehearseOptions = { url: '', secret: '', handled: async () => 17 };

export { counted, report, wrong };
