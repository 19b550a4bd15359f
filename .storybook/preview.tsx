import type { Decorator, Preview } from '@storybook/react-vite';
import '../src/theme/tokens.css';
import '../src/theme/dropline.css';

/** Theme and direction are the page's business: the widget reads them from any ancestor. */
const onDocument: Decorator = (Story, { globals }) => {
  const root = document.documentElement;
  if (globals['theme'] === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = String(globals['theme']);
  root.dir = String(globals['direction']);
  root.lang = String(globals['locale']);
  return <Story />;
};

export default {
  decorators: [onDocument],
  parameters: { a11y: { test: 'error' }, layout: 'padded', controls: { expanded: true } },
  initialGlobals: { theme: 'light', direction: 'ltr', locale: 'en' },
  globalTypes: {
    theme: { description: 'Theme', toolbar: { icon: 'contrast', items: ['light', 'dark', 'system'], dynamicTitle: true } },
    direction: { description: 'Direction', toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true } },
    locale: { description: 'Language', toolbar: { icon: 'globe', items: ['en', 'zh-CN'], dynamicTitle: true } },
  },
  tags: ['autodocs'],
} satisfies Preview;
