import { defineConfig } from 'vite';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // the first ones with light-dark(), which would be taken apart otherwise
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: '../dist/page',
    emptyOutDir: true,
    // the policy of the page allows no data: in scripts and styles
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4020' } },
});
