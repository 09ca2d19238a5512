import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/desk.css';
import './style/list.css';
import './style/narrow.css';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { loadPane } from './app/lazy-pane.tsx';
import { createDesk } from './state/desk.ts';
import { restoreTheme } from './state/theme.ts';

restoreTheme();
const desk = createDesk();
void desk.start();
void loadPane();
render(<App desk={desk} />, document.getElementById('page') as HTMLElement);
