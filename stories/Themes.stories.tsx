import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { UploaderBox, UploaderProvider } from '../src/index.js';
import { fakeUploader } from './fixtures.js';
import { UPLOADING } from './states.js';
import './themes.css';

interface Args {
  readonly theme: 'paper' | 'studio' | 'candy';
}

/** A few tokens make it another site's box, in light and dark. */
const meta = {
  title: '0 Box/Themes',
  render: ({ theme }) => (
    <div className={`theme-${theme}`}>
      <UploaderProvider uploader={fakeUploader(UPLOADING)}>
        <UploaderBox />
      </UploaderProvider>
    </div>
  ),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findAllByRole('listitem')).toHaveLength(UPLOADING.length);
  },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Paper: Story = { args: { theme: 'paper' } };
export const Studio: Story = { args: { theme: 'studio' } };
export const Candy: Story = { args: { theme: 'candy' } };
