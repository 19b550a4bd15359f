'use client';
import type { ReactElement } from 'react';
import type { Locale } from '../../i18n/loadMessages.js';
import type { Messages } from '../../i18n/messages.js';
import { LocaleProvider } from '../../react/LocaleProvider.js';
import { UploaderProvider, type OwnUploaderProps } from '../../react/UploaderProvider.js';
import { UploaderBox } from './UploaderBox.js';

export interface UploaderProps extends Omit<OwnUploaderProps, 'children' | 'uploader'> {
  /** Default `en`. */
  readonly locale?: Locale;
  /** The app's own words over ours. */
  readonly messages?: Partial<Messages>;
}

/**
 * The whole upload box: drop or choose files, see them, send them, and what came of it. Renders a `<section>`.
 * @attr data-part="uploader"   @attr data-phase empty | ready | uploading | complete
 */
export function Uploader({ locale, messages, ...config }: UploaderProps): ReactElement {
  return (
    <UploaderProvider {...config}>
      <LocaleProvider {...(locale && { locale })} {...(messages && { messages })}>
        <UploaderBox />
      </LocaleProvider>
    </UploaderProvider>
  );
}
