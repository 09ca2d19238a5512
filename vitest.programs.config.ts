import { suite } from './scripts/vitest/suite.ts';

/** `npm run test:programs`: built programs and packed packages, as people start and install them. */
export default suite('programs');
