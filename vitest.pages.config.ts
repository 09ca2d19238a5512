import { suite } from './scripts/vitest/suite.ts';

/** `npm run test:pages`: walks through the pages of the packages, in a browser. */
export default suite('pages');
