import { transformerTwoslash } from '@shikijs/vitepress-twoslash';
import { defineConfig, type MarkdownOptions } from 'vitepress';
import { writeAgentFiles } from './agent-files.ts';
import { headOf } from './head-of.ts';
import { createShortTwoslasher } from './hovers.ts';
import { search } from './search.ts';
import { setUpMarkdown } from './set-up-markdown.ts';
import { sidebarOf } from './sidebar.ts';

type CodeTransformer = NonNullable<MarkdownOptions['codeTransformers']>[number];

/** Where the site is served below its host, for example `/convapi/` on GitHub Pages. */
const base = process.env.DOCS_BASE ?? '/';
/** Where the published site is, with a slash at its end: for canonical addresses, the sitemap and llms.txt. */
const url = process.env.DOCS_URL ?? 'https://convapi.github.io/convapi/';

export default defineConfig({
  title: 'convapi',
  description:
    'A TypeScript toolkit for the Sinch Conversation API: send and receive over SMS, RCS, WhatsApp and more, and try all of it on your machine.',
  lang: 'en',
  base,
  srcDir: 'src',
  // put into pages, and no pages themselves
  srcExclude: ['parts/**'],
  outDir: 'dist',
  cleanUrls: true,
  lastUpdated: false,
  sitemap: { hostname: url },
  transformHead: ({ pageData }) => headOf(pageData, url),
  buildEnd: (site) => writeAgentFiles(site, url),
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}logo.svg` }]],
  markdown: {
    image: { lazyLoading: true },
    config: setUpMarkdown,
    // each colour is readable on the background of a program
    theme: { light: 'github-light-default', dark: 'github-dark-default' },
    // made for a later Shiki than VitePress has; the hooks that it uses are the same in both
    codeTransformers: [transformerTwoslash({ twoslasher: createShortTwoslasher(), langs: ['ts'] }) as unknown as CodeTransformer],
  },
  // a page with many programs has many hovers: much text, which compresses to a tenth
  vite: { build: { chunkSizeWarningLimit: 1_000 } },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'convapi-handset' } } },
  themeConfig: {
    logo: '/logo.svg',
    search,
    nav: [
      { text: 'Get started', link: '/start/', activeMatch: '^/start/' },
      { text: 'Guides', link: '/guides/', activeMatch: '^/(guides|troubleshooting)/' },
      { text: 'Concepts', link: '/concepts/', activeMatch: '^/(concepts/|channels)' },
      { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
      { text: 'Migrate', link: '/migrate/', activeMatch: '^/migrate/' },
      { text: 'Compare', link: '/compare' },
    ],
    sidebar: sidebarOf('src'),
    socialLinks: [{ icon: 'github', link: 'https://github.com/convapi/convapi' }],
    footer: { message: 'Unofficial: not made or endorsed by Sinch or by any channel. MIT licensed.' },
  },
});
