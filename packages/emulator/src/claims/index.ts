/** How near the emulator is to the service, claim by claim. */
export { behaviourCoverage } from './behaviour-coverage.ts';
export { COVERAGE_NOTES } from './coverage-notes.ts';
