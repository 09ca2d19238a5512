import { defineConfig } from 'drizzle-kit';

/** `pnpm migrations` writes what the tables of `src/database/schema.ts` need beyond the last migration. */
export default defineConfig({ dialect: 'postgresql', schema: './src/database/schema.ts', out: './migrations' });
