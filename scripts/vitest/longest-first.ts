import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first; the table at the end of a run says which. Begun last, they would run alone. */
const LONG = [
  'apps/inbox/test/page-right-person.test.ts',
  'apps/inbox/test/one-process.test.ts',
  'apps/inbox/test/demo.test.ts',
  'packages/codegen/test/update.test.ts',
  'packages/emulator/test/kill.test.ts',
  'test-projects/test/packed.test.ts',
  'test-projects/test/consumers.test.ts',
  'apps/inbox/test/starting.test.ts',
  'packages/emulator/test/data-folder.property.test.ts',
  'packages/emulator/test/contract/contract.test.ts',
  'test-projects/test/faults/fault-suite.test.ts',
  'packages/auth/test/client-credentials.test.ts',
];

/** The long files first, whatever was measured on this machine before; the others as vitest orders them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = LONG.findIndex((file) => moduleId.endsWith(file));
  return at === -1 ? LONG.length : at;
}
