import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first; the table at the end of a run says which. Begun last, they would run alone. */
const LONG = [
  // npm run test:pages
  'packages/console/test/pages/accessibility.test.ts',
  'packages/console/test/pages/subject.test.ts',
  'apps/inbox/test/pages/right-conversation.test.ts',
  'apps/inbox/test/pages/accessibility.test.ts',
  'packages/console/test/pages/stream.test.ts',
  // npm run test:programs
  'packages/codegen/test/programs/update.test.ts',
  'apps/inbox/test/programs/one-process.test.ts',
  'test-projects/test/programs/packed.test.ts',
  'apps/inbox/test/programs/demo.test.ts',
  'test-projects/test/programs/consumers.test.ts',
  'packages/emulator/test/programs/kill.test.ts',
  // npm test
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
