'use client';
import { useId, type ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useUploaderState } from '../../react/useUploaderState.js';
import { CheckField } from '../Field/CheckField.js';
import { SharedFields } from './SharedFields.js';
import { useShownOptions } from './useShownOptions.js';

/**
 * What holds for all files unless it is said otherwise about one: what the host honours of it, and whether the place is taken out of photos. Renders a `<div>`.
 * @attr data-part="batch-options" · "album" · "category" · "expiration" · "nsfw" · "removes-location"
 */
export function BatchOptions(): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const titleId = useId();
  const shown = useShownOptions();
  const options = useUploaderState((state) => state.batchOptions);
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
        <RemovesLocation />
      </div>
    </div>
  );
}

function RemovesLocation(): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const removesLocation = useUploaderState((state) => state.removesLocation);
  return (
    <div data-part="switch-field">
      <CheckField kind="switch" part="removes-location" isChecked={removesLocation} onChange={uploader.setRemovesLocation}>
        {messages['queue.removesLocation']}
      </CheckField>
    </div>
  );
}
