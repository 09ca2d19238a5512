/** `accepted`: 2xx. `refused`: 4xx. `answered`: either, but neither a crash nor silence. */
export type Expectation = 'accepted' | 'refused' | 'answered';
