import { defineConfig } from 'vite';
import { specPlugin } from './scripts/spec-plugin.ts';

export default defineConfig({
  base: '/_emulator/console/',
  plugins: [specPlugin()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // the first ones with light-dark(), which would be taken apart otherwise
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // the policy of the page allows no data: in scripts and styles
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '^/_emulator/(?!console)': 'http://127.0.0.1:4010' } },
});
