import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createQueue } from '../src/store/index.ts';

it('is first come, first served, as an array is, in a short line and in a long one', () => {
  const deed = fc.oneof(
    fc.record({ do: fc.constant('push' as const), count: fc.integer({ min: 1, max: 3000 }) }),
    fc.record({ do: fc.constant('shift' as const), count: fc.integer({ min: 1, max: 3000 }) }),
    fc.constant({ do: 'clear' as const, count: 1 }),
  );
  fc.assert(
    fc.property(fc.array(deed), (deeds) => {
      const queue = createQueue<number>();
      const model: number[] = [];
      let next = 0;
      for (const { do: what, count } of deeds) {
        for (let index = 0; index < count; index += 1) {
          if (what === 'push') {
            queue.push(next);
            model.push(next);
            next += 1;
          } else if (what === 'shift') expect(queue.shift()).toBe(model.shift());
          else {
            queue.clear();
            model.length = 0;
          }
        }
      }
    }),
    { numRuns: 30 },
  );
});
