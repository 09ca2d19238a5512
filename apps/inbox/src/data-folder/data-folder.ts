/** A folder that is this inbox's alone until it is released. */
export interface DataFolder {
  /** Absolute. */
  path: string;
  release(): Promise<void>;
}
