import type { DefaultTheme } from 'vitepress';

type Render = NonNullable<DefaultTheme.LocalSearchOptions['_render']>;

/** What readers do not see of a program. */
const HIDDEN_LINES = /(```ts twoslash.*\n)[\s\S]*?\/\/ ---cut---\n/g;

/** A page for the index: with its description, and without compiling its programs a second time. */
function renderForSearch(source: string, env: Parameters<Render>[1], md: Parameters<Render>[2]): string {
  md.options.highlight = null;
  const html = md.render(
    source.replace(HIDDEN_LINES, (whole: string, fence: string) => (whole.slice(3).includes('```') ? whole : fence)),
    env,
  );
  if (env.frontmatter?.search === false) return '';
  return html.replace('</h1>', `</h1>\n<p>${md.utils.escapeHtml(String(env.frontmatter?.description ?? ''))}</p>`);
}

/**
 * Search in the page. Both functions are sent to the browser as text: they know nothing but what stands in them.
 *
 * `processTerm` is used for the index and for what is asked, so that "retry" finds "retries". `boostDocument` puts pages that explain before
 * those that list: the reference has every word.
 */
export const search: { provider: 'local'; options: DefaultTheme.LocalSearchOptions } = {
  provider: 'local',
  options: {
    _render: renderForSearch,
    miniSearch: {
      options: {
        processTerm: (term) => {
          const word = term.toLowerCase();
          const isCommon =
            /^(a|an|and|are|as|at|be|by|can|do|does|for|from|how|i|in|is|it|its|my|not|of|on|or|so|that|the|this|to|was|what|when|where|why|with|you|your)$/;
          if (isCommon.test(word)) return null;
          if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
          return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
        },
      },
      searchOptions: {
        fuzzy: 0.2,
        prefix: true,
        boost: { title: 4, text: 2, titles: 2 },
        boostDocument: (id) => (String(id).includes('/reference/') ? 0.25 : 1),
      },
    },
  },
};
