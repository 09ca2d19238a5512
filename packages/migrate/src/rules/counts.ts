/** Calls of the vendor's methods. */
export interface Counts {
  found: number;
  rewritten: number;
  left: number;
}
