import type { Timer } from './timer.ts';

/** Tasks that run soon, in the order they came. */
export interface TaskQueue {
  add(task: () => void): Timer;
  isEmpty(): boolean;
  clear(): void;
}

/**
 * A queue that empties itself in one go: a timer for each task would cost more than the task itself under load.
 *
 * @param run runs a task and keeps its errors from the others
 * @param onChange hears that the queue has become shorter
 */
export function createTaskQueue(run: (task: () => void) => void, onChange: () => void): TaskQueue {
  let queue: (() => void)[] = [];
  let isPlanned = false;

  function drain(): void {
    isPlanned = false;
    const ready = queue;
    queue = [];
    for (const task of ready) run(task);
    onChange();
  }

  return {
    add(task) {
      queue.push(task);
      if (!isPlanned) {
        isPlanned = true;
        setImmediate(drain);
      }
      return {
        cancel() {
          queue = queue.filter((other) => other !== task);
          onChange();
        },
      };
    },
    isEmpty: () => queue.length === 0,
    clear() {
      queue = [];
    },
  };
}
