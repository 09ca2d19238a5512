import TwoslashFloatingVue from '@shikijs/vitepress-twoslash/client';
import '@shikijs/vitepress-twoslash/style.css';
import type { Theme } from 'vitepress';
// without the web font: the pages use the fonts of the system
import DefaultTheme from 'vitepress/theme-without-fonts';
import Facts from './Facts.vue';
import Front from './Front.vue';
import LiveMessage from './live/LiveMessage.vue';
import './live/live.css';
import './reference.css';
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.use(TwoslashFloatingVue);
    app.component('Front', Front);
    app.component('Facts', Facts);
    app.component('LiveMessage', LiveMessage);
  },
} satisfies Theme;
