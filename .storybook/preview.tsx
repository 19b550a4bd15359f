import type { Decorator, Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { directionOf, LOCALES, LocaleProvider, matchLocale } from '../src/index.js';
import '../src/theme/styles.css';
import './page.css';
import { NOW_MS } from '../stories/fixtures.js';
import { checkOtherSide } from './checkOtherSide.js';

/** Theme and direction are the page's business: the widget reads them from any ancestor. A story may bring a provider of its own. */
const asOnAPage: Decorator = (Story, { globals }) => {
  const locale = matchLocale([String(globals['locale'])]);
  const root = document.documentElement;
  if (globals['theme'] === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = String(globals['theme']);
  const isRightToLeft = globals['direction'] === 'by language' ? directionOf(locale) === 'rtl' : globals['direction'] === 'rtl';
  root.dir = isRightToLeft ? 'rtl' : 'ltr';
  root.lang = locale;
  return (
    <LocaleProvider locale={locale}>
      <Story />
    </LocaleProvider>
  );
};

/** A second, as is usual, is not always enough where many stories run at once. */
configure({ asyncUtilTimeout: 5_000 });

/** Stories show times and countdowns, and look the same whenever they are looked at. Timers go on. */
function stopClock(): () => void {
  // No spy: Storybook would list each time that anything asks.
  const { now } = Date;
  Date.now = () => NOW_MS;
  return () => void (Date.now = now);
}

/** In a test run alone: whoever looks at a story wants it as it stands. */
const isTestRun = '__vitest_browser__' in globalThis;

export default {
  decorators: [asOnAPage],
  beforeEach: stopClock,
  afterEach: () => (isTestRun ? checkOtherSide() : undefined),
  parameters: { a11y: { test: 'error' }, layout: 'padded', controls: { expanded: true } },
  initialGlobals: { theme: 'light', direction: 'by language', locale: 'en' },
  globalTypes: {
    theme: { description: 'Theme', toolbar: { icon: 'contrast', items: ['light', 'dark', 'system'], dynamicTitle: true } },
    direction: { description: 'Direction', toolbar: { icon: 'transfer', items: ['by language', 'ltr', 'rtl'], dynamicTitle: true } },
    locale: { description: 'Language', toolbar: { icon: 'globe', items: [...LOCALES], dynamicTitle: true } },
  },
  tags: ['autodocs'],
} satisfies Preview;
