import { fileURLToPath } from 'node:url';

/** Where the migrations are, beside the compiled files as beside their sources. */
export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
