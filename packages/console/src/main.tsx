import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/json.css';
import './style/wall.css';
import './style/compose.css';
import './style/log.css';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { createApi } from './state/api.ts';
import type { Console } from './state/console.ts';
import { readPlace } from './state/place.ts';
import { createStore } from './state/store.ts';
import { restoreTheme } from './state/theme.ts';
import { createToasts } from './state/toasts.ts';

restoreTheme();
const place = readPlace(location.pathname);
const api = createApi(
  place,
  (...request) => fetch(...request),
  () => {
    store.connection.value = 'signed-out';
  },
);
const store = createStore(api, place);
const context: Console = { place, api, store, toasts: createToasts() };
void store.load();
render(<App context={context} />, document.getElementById('page') as HTMLElement);
