import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { directionOf, matchLocale } from '../index.js';
import '../theme/styles.css';
import './page.css';
import { allowOwnWorkers } from './allowOwnWorkers.js';
import { Page } from './Page.js';

allowOwnWorkers();

const query = new URLSearchParams(location.search);
const locale = matchLocale([query.get('locale') ?? '', ...navigator.languages].filter((wish) => wish !== ''));
const theme = query.get('theme');

document.documentElement.lang = locale;
document.documentElement.dir = directionOf(locale);
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;

const root = document.getElementById('page');
if (!root) throw new Error('The page has no #page element, so there is nowhere to show the upload box. Restore it in index.html.');
createRoot(root).render(
  <StrictMode>
    <Page locale={locale} />
  </StrictMode>,
);
