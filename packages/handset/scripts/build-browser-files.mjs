// Beside the components: the style sheet for pages that use them, and the custom element as one file that a page can load as it is.
import { build } from 'esbuild';
import { cssAsText, TARGET } from './css-as-text.mjs';

const shared = { bundle: true, minify: true, target: TARGET, logLevel: 'warning' };

await build({ ...shared, entryPoints: ['src/styles.css'], outfile: 'dist/styles.css' });
await build({ ...shared, entryPoints: ['src/element.ts'], outfile: 'dist/element.mjs', format: 'esm', plugins: [cssAsText] });
