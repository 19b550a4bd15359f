'use client';
import { useId, type ReactElement, type ReactNode } from 'react';
import type { UploadOptionName } from '../../api/contract.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useUploaderState } from '../../react/useUploaderState.js';
import { SharedFields } from './SharedFields.js';
import { useShownOptions } from './useShownOptions.js';

const SHARED: readonly UploadOptionName[] = ['albumId', 'categoryId', 'expiration', 'isNsfw'];

export interface BatchOptionsProps {
  /** More that holds for all files, behind the others. */
  readonly children?: ReactNode;
}

/**
 * What holds for all files unless it is said otherwise about one. Renders a `<div>`, or nothing where the host honours none of it and there are no children.
 * @attr data-part="batch-options" · "album" · "category" · "expiration" · "nsfw"
 */
export function BatchOptions({ children }: BatchOptionsProps): ReactElement | null {
  const messages = useMessages();
  const uploader = useUploader();
  const titleId = useId();
  const shown = useShownOptions();
  const options = useUploaderState((state) => state.batchOptions);
  if (!children && !SHARED.some((name) => shown.has(name))) return null;
  return (
    <div data-part="batch-options" role="group" aria-labelledby={titleId}>
      <span data-part="batch-title" id={titleId}>
        {messages['option.forAll']}
      </span>
      <div data-part="batch-fields">
        <SharedFields
          options={options}
          shown={shown}
          onChange={(name, value) => uploader.setBatchOptions({ ...uploader.getState().batchOptions, [name]: value })}
        />
        {children}
      </div>
    </div>
  );
}
