import type { Row } from '../row.ts';
import type { BenchSettings } from '../settings.ts';

/** One question, answered for every subject. */
export interface Suite {
  /** As on the command line. */
  name: string;
  /** What it asks, for the head of its tables. */
  title: string;
  run(settings: BenchSettings): Promise<Row[]>;
}
