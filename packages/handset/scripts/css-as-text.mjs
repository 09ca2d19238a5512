import { build } from 'esbuild';

/** Browsers that have `light-dark()`; below it, esbuild would write both colours of each rule. */
export const TARGET = ['chrome123', 'firefox120', 'safari17.5'];

/** A style sheet that a module imports is a text: the custom element keeps it in its shadow. */
export const cssAsText = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, minify: true, write: false, target: TARGET });
      return { contents: outputFiles[0].text, loader: 'text' };
    });
  },
};
