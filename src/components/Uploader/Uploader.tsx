'use client';
import type { ReactElement } from 'react';
import type { StoredImage } from '../../api/contract.js';
import type { CustomLocale, Locale } from '../../i18n/loadMessages.js';
import type { MessageOverrides } from '../../i18n/messages.js';
import { LocaleProvider } from '../../react/LocaleProvider.js';
import { UploaderProvider, type OwnUploaderProps } from '../../react/UploaderProvider.js';
import { useUploadEvents, type UploadEvents } from '../../react/useUploadEvents.js';
import { FormField } from '../FormField/FormField.js';
import { UploaderBox, type UploaderBoxProps } from './UploaderBox.js';
import { UploaderButton } from './UploaderButton.js';

/** What `<Uploader>` takes: the journey's settings, what the app knows of its host, and what it wants to hear. Only `client` is needed. */
export interface UploaderProps extends Omit<OwnUploaderProps, 'children' | 'uploader'>, UploaderBoxProps, UploadEvents {
  /** Default `en`. */
  readonly locale?: Locale | CustomLocale;
  /** The app's own words over ours. */
  readonly messages?: MessageOverrides;
  /**
   * `inline` is the box where it stands; `button` one button with the box in a panel; `page` shows nothing until something is dropped or pasted on the page.
   * Default `inline`.
   */
  readonly shape?: 'inline' | 'button' | 'page';
  /** Makes the box a field of the form around it: the addresses of what was uploaded go with the form under this name. */
  readonly name?: string;
  /** With `name`: the form is not valid before something is uploaded. Default false. */
  readonly required?: boolean;
  /** With `name`: what goes with the form for a file. Default: the address of the original, or of the viewer before it is approved. */
  readonly toFieldValue?: (image: StoredImage) => string;
}

/**
 * The whole upload box: drop or choose files, see them, send them, and what came of it. Renders a `<section>`, or a `<div>` in the shapes `button` and `page`.
 * @attr data-part="uploader"   @attr data-phase empty | ready | uploading | complete
 */
export function Uploader({
  locale,
  messages,
  shape = 'inline',
  name,
  required,
  toFieldValue,
  accountLinks,
  albums,
  embedTemplates,
  insertion,
  dropScope,
  isInForm = name !== undefined,
  children,
  onItemsChange,
  onItemUploaded,
  onComplete,
  ...config
}: UploaderProps): ReactElement {
  const field =
    name === undefined ? null : <FormField name={name} {...(required && { required })} {...(toFieldValue && { toFieldValue })} />;
  const own = { ...(accountLinks && { accountLinks }), ...(albums && { albums }), ...(embedTemplates && { embedTemplates }) };
  const box = (
    <UploaderBox {...own} isInForm={isInForm} insertion={insertion} {...(dropScope && { dropScope })}>
      {children}
    </UploaderBox>
  );
  return (
    <UploaderProvider {...config}>
      <LocaleProvider {...(locale && { locale })} {...(messages && { messages })}>
        <Events {...(onItemsChange && { onItemsChange })} {...(onItemUploaded && { onItemUploaded })} {...(onComplete && { onComplete })} />
        {field}
        {shape === 'inline' ? box : <UploaderButton shape={shape}>{box}</UploaderButton>}
      </LocaleProvider>
    </UploaderProvider>
  );
}

function Events(events: UploadEvents): null {
  useUploadEvents(events);
  return null;
}
