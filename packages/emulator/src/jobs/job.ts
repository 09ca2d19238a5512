/**
 * Something to do later: what and with what, as JSON values and without functions, so that it can be written down and survives a restart.
 * Who plans it says of which kinds it is; what is done for each kind stands in one table, above all of them.
 */
export interface Job {
  kind: string;
}

/** Plans a job, by default for the next turn. */
export type Plan<OwnJob extends Job> = (job: OwnJob, delayMs?: number, options?: { background?: boolean }) => void;
