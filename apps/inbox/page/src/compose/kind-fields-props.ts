import type { ConversationView } from '../../../src/api/contract.ts';
import type { Thread } from '../state/thread.ts';
import type { Composer } from './composer.ts';
import type { ProblemAt } from './problem-finder.ts';

/** What the fields of every kind are given. */
export interface KindFieldsProps {
  thread: Thread;
  composer: Composer;
  view: ConversationView;
  /** Channels that are tried. */
  channels: readonly string[];
  problemAt: ProblemAt;
  onSubmit(): void;
}
