import '@ant-design/v5-patch-for-react-19';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { reloadWhenOutdated } from './fresh-after-deploy.ts';
import { changeLanguage, startTexts } from './i18n/text.ts';
import { storedLanguage } from './i18n/language.ts';
import { homeSystem, meIn } from './session/me.ts';
import { loadConfig } from './session/nodes.ts';
import { refreshSession } from './session/session-store.ts';
import { startTheme } from './theme/theme-mode.ts';
import './styles/base.css';
import './styles/shell.css';
import './styles/command-center.css';
import './styles/parts.css';

reloadWhenOutdated();
startTheme();
const [, session] = await Promise.all([startTexts(), loadConfig().then(() => refreshSession(homeSystem()))]);
const me = meIn(session);
if (me && storedLanguage() === null) await changeLanguage(me.user.language);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
