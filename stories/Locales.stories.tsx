import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import type { ReactElement } from 'react';
import type { UploadClient, Uploader, UploadItem } from '../src/core.js';
import { AlbumPrompt, EditDialog, LocaleProvider, UploaderBox, UploaderProvider, useMessages, type Locale } from '../src/index.js';
import { ALBUMS, liveUploader } from './liveUploader.js';
import { pseudoMessages } from './pseudoLocale.js';
import { COMPLETE, MIXED, READY, REFUSED, UPLOADING } from './states.js';

const STATES = {
  empty: [],
  ready: [...READY, ...REFUSED],
  uploading: UPLOADING,
  mixed: MIXED,
  edit: READY,
  album: COMPLETE,
} satisfies Record<string, readonly UploadItem[]>;

interface LocaleArgs {
  readonly state: keyof typeof STATES;
  readonly isPseudo?: boolean;
}

function Shown({ state }: LocaleArgs): ReactElement {
  if (state === 'edit') return <EditDialog id="item-3" onClose={fn()} />;
  if (state !== 'album') return <UploaderBox />;
  return (
    <div data-part="uploader">
      <AlbumPrompt />
    </div>
  );
}

const Pseudo = (args: LocaleArgs): ReactElement => (
  <LocaleProvider messages={pseudoMessages(useMessages())}>
    <Shown {...args} />
  </LocaleProvider>
);

const listAlbums = () => Promise.resolve(ALBUMS);
const never = (): Promise<never> => new Promise(() => {});
const ALBUM_KEEPER = { createAlbum: never, moveToAlbum: never } satisfies Partial<UploadClient>;

function uploaderIn(state: LocaleArgs['state']): Uploader {
  const uploader = liveUploader(STATES[state], { listAlbums });
  return { ...uploader, client: { ...uploader.client, ...ALBUM_KEEPER } };
}

/** The box in each language, while it uploads; the other states where a language is written from the right, is long, or stands tall. */
const meta = {
  title: '0 Box/Languages',
  args: { state: 'uploading' },
  render: (args, { globals }) => (
    <UploaderProvider uploader={uploaderIn(args.state)}>
      <LocaleProvider locale={globals['locale'] as Locale}>{args.isPseudo ? <Pseudo {...args} /> : <Shown {...args} />}</LocaleProvider>
    </UploaderProvider>
  ),
  parameters: { docs: { story: { inline: false, iframeHeight: 720 } } },
} satisfies Meta<LocaleArgs>;
export default meta;

type Story = StoryObj<typeof meta>;

const inLocale = (locale: Locale, state: LocaleArgs['state'], headline: RegExp): Story => ({
  args: { state },
  globals: { locale },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('heading', { level: 2, name: headline })).toBeVisible();
    const { document } = canvasElement.ownerDocument.defaultView ?? window;
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
  },
});

export const English = inLocale('en', 'uploading', /^Uploading 10 files \(\d+% complete\)$/);
export const ChineseSimplified = inLocale('zh-CN', 'uploading', /^上传 10 文件 \(\d+% 完成\)$/);
export const ChineseTraditional = inLocale('zh-TW', 'uploading', /^正在上傳 10 個檔案（已完成 \d+%）$/);
export const Japanese = inLocale('ja', 'uploading', /^10 件のファイルをアップロード中（\d+% 完了）$/);
export const JapaneseReady = inLocale('ja', 'ready', /^8 件のファイルの準備ができました$/);
export const Korean = inLocale('ko', 'uploading', /^파일 10개 업로드 중\(\d+% 완료\)$/);
export const German = inLocale('de', 'uploading', /^10 Dateien werden hochgeladen \(\d+\s%\sfertig\)$/);
export const GermanReady = inLocale('de', 'ready', /^8 Dateien bereit$/);
export const GermanMixed = inLocale('de', 'mixed', /^Upload abgeschlossen$/);
export const French = inLocale('fr', 'uploading', /^Importation de 10 fichiers \(\d+\s%\sterminé\)$/);
export const Spanish = inLocale('es', 'uploading', /^Subiendo 10 archivos \(\d+\s%\scompletado\)$/);
export const PortugueseOfBrazil = inLocale('pt-BR', 'uploading', /^Enviando 10 arquivos \(\d+% concluído\)$/);
export const Russian = inLocale('ru', 'uploading', /^Загрузка 10 файлов \(готово \d+\s%\)$/);
export const Arabic = inLocale('ar', 'uploading', /^جارٍ رفع \S+ ملفات \(/);
export const ArabicReady = inLocale('ar', 'ready', /^\S+ ملفات جاهزة$/);
export const ArabicMixed = inLocale('ar', 'mixed', /^اكتمل الرفع$/);
export const Hindi = inLocale('hi', 'uploading', /^10 फ़ाइलें अपलोड हो रही हैं \(\d+% पूरा\)$/);
export const HindiMixed = inLocale('hi', 'mixed', /^अपलोड पूरा हुआ$/);

const editing = (locale: Locale, label: string): Story => ({
  args: { state: 'edit' },
  globals: { locale },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('textbox', { name: label })).toBeVisible();
  },
});

export const ArabicEditing = editing('ar', 'العنوان');
export const GermanEditing = editing('de', 'Titel');
export const HindiEditing = editing('hi', 'शीर्षक');

/** Units, addresses, names of files and of formats are nobody's language. */
const NOT_WORDS = /https?:\/\/\S+|\S+\.\w{3,4}\b|[\d.,]+ ?(?:bytes?|kB)\b|\b[A-Z][A-Z0-9]+\b|Markdown|BBCode|alpine-lake/g;

/** What people and hosts named themselves, what `Intl` writes, and code. */
const NOT_OURS = 'bdi, code, pre, textarea, option + option';

const SPOKEN = ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder'];

/** Everything that is read or spoken, but not in the pseudo-language. */
function plainWords(root: HTMLElement): string[] {
  const ours = [...root.querySelectorAll('*')].filter((element) => element.closest(NOT_OURS) === null);
  const spoken = ours.flatMap((element) => SPOKEN.map((attribute) => element.getAttribute(attribute) ?? ''));
  const read = ours
    .flatMap(({ childNodes }) => [...childNodes])
    .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : []));
  return [...read, ...spoken].filter((text) => /[A-Za-z]{2,}/.test(text.replaceAll(NOT_WORDS, '')));
}

const isAllTranslatable: NonNullable<Story['play']> = async ({ canvasElement, args }) => {
  await waitFor(() => expect(canvasElement.textContent).toContain('⟦'));
  if (args.state === 'mixed') await waitFor(() => expect(canvasElement.querySelector('[data-part=segments]')).not.toBeNull());
  await expect(plainWords(canvasElement)).toEqual([]);
};

/** English that no eye takes for English: accented, a third longer, in brackets. What stays plain cannot be translated. */
export const PseudoEmpty: Story = { args: { state: 'empty', isPseudo: true }, play: isAllTranslatable };
export const PseudoReady: Story = { args: { state: 'ready', isPseudo: true }, play: isAllTranslatable };
export const PseudoUploading: Story = { args: { state: 'uploading', isPseudo: true }, play: isAllTranslatable };
export const PseudoMixed: Story = { args: { state: 'mixed', isPseudo: true }, play: isAllTranslatable };
export const PseudoEditing: Story = { args: { state: 'edit', isPseudo: true }, play: isAllTranslatable };
export const PseudoAlbum: Story = {
  args: { state: 'album', isPseudo: true },
  play: async (context) => {
    await context.userEvent.click(await within(context.canvasElement).findByRole('button', { name: /ñééŵ/ }));
    await waitFor(() => expect(within(context.canvasElement).getByRole('dialog')).toBeVisible());
    await isAllTranslatable(context);
  },
};
