/** What is there at first. */
export { plantSeed } from './plant-seed.ts';
