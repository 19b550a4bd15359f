import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { ENGLISH, type CustomLocale } from '../i18n/loadMessages.js';
import { LocaleProvider, useLanguage, useMessages, type LocaleProviderProps } from './LocaleProvider.js';

function Words() {
  const messages = useMessages();
  const said = [
    messages['dialog.close'],
    messages['queue.start'](2),
    messages.errors['host.busy']({ status: 503, retryAfterMs: null }).cause,
  ];
  return <output {...useLanguage()}>{said.join(', ')}</output>;
}

const App = (props: LocaleProviderProps) => (
  <LocaleProvider {...props}>
    <Words />
  </LocaleProvider>
);

const shown = async (props: LocaleProviderProps) => {
  const screen = await render(<App {...props} />);
  return { words: screen.getByRole('status'), show: (next: LocaleProviderProps) => screen.rerender(<App {...next} />) };
};

it('speaks English until another language is there, and follows its direction', async () => {
  const { words, show } = await shown({});
  await expect.element(words).toHaveTextContent('Close, Upload 2 files');
  await expect.element(words).toHaveAttribute('dir', 'ltr');
  await show({ locale: 'ar' });
  await expect.element(words).toHaveTextContent('إغلاق, رفع ملفين');
  await expect.element(words).toHaveAttribute('lang', 'ar');
  await expect.element(words).toHaveAttribute('dir', 'rtl');
});

it('takes the words of the app over its own, in any language', async () => {
  const { words } = await shown({ locale: 'de', messages: { 'dialog.close': 'Zumachen' } });
  await expect.element(words).toHaveTextContent('Zumachen, 2 Dateien hochladen, Der Server ist ausgelastet');
});

it('takes one error of the app and keeps the others', async () => {
  const errors = { 'host.full': () => ({ cause: 'Voll', advice: '' }) };
  const { words, show } = await shown({ locale: 'de', messages: { errors } });
  await expect.element(words).toHaveTextContent('Der Server ist ausgelastet');
  await show({ locale: 'de', messages: { errors: { 'host.busy': () => ({ cause: 'Viel los', advice: '' }) } } });
  await expect.element(words).toHaveTextContent('Schließen, 2 Dateien hochladen, Viel los');
});

it('speaks a language of the app', async () => {
  const swedish: CustomLocale = { tag: 'sv', createMessages: () => ({ ...ENGLISH.messages, 'dialog.close': 'Stäng' }) };
  const { words } = await shown({ locale: swedish });
  await expect.element(words).toHaveTextContent('Stäng, Upload 2 files');
  await expect.element(words).toHaveAttribute('lang', 'sv');
});

it('goes back to English when a language cannot be loaded, and tells the developer', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const { words, show } = await shown({ locale: 'de' });
  await expect.element(words).toHaveTextContent('Schließen');
  await show({ locale: { tag: 'no tag', createMessages: () => ENGLISH.messages } });
  await expect.element(words).toHaveTextContent('Close');
  expect(logged).toHaveBeenCalledWith(expect.stringContaining('"no tag" could not be loaded'), expect.any(RangeError));
  logged.mockRestore();
});
