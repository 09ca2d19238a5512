import { suite } from './scripts/vitest/suite.ts';

/** `npm test`: what one wants to know before a commit. */
export default suite();
