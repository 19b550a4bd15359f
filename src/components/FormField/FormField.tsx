'use client';
import { useEffect, useRef, type ReactElement } from 'react';
import type { StoredImage } from '../../api/contract.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useItemsIn } from '../../react/useItemsIn.js';
import { useTotals } from '../../react/useUploaderState.js';

export interface FormFieldProps {
  /** The values go with the form under this name, one for each file: `formData.getAll(name)`. */
  readonly name: string;
  /** The form is not valid before something is uploaded. Default false. */
  readonly required?: boolean;
  /** What is sent for a file. Default: the address of the original, or of the viewer before it is approved. */
  readonly toFieldValue?: (image: StoredImage) => string;
}

const addressOf = ({ url, viewerUrl }: StoredImage): string => url ?? viewerUrl;

/**
 * What was uploaded, as a part of the form around: it is not valid while files are under way, nor without a file where one is required, and a reset of the form
 * clears the queue. Renders `<input>`s that nobody sees.
 * @attr data-part="form-field"
 */
export function FormField({ name, required = false, toFieldValue = addressOf }: FormFieldProps): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const guard = useRef<HTMLInputElement>(null);
  const { pendingCount } = useTotals();
  const uploaded = useItemsIn('uploaded');
  const values = uploaded.flatMap(({ id, image }) => (image ? [{ id, value: toFieldValue(image) }] : []));
  const problem = pendingCount > 0 ? messages['form.pending'] : required && values.length === 0 ? messages['form.required'] : '';

  useEffect(() => guard.current?.setCustomValidity(problem), [problem]);
  useEffect(() => {
    const form = guard.current?.form;
    form?.addEventListener('reset', uploader.clear);
    return () => form?.removeEventListener('reset', uploader.clear);
  }, [uploader]);
  return (
    <>
      {/* Hidden fields take no part in validity, so one that can hold the browser's message stands beside them. */}
      <input
        ref={guard}
        type="text"
        data-part="form-field"
        data-look="visually-hidden"
        tabIndex={-1}
        aria-label={messages['box.label']}
        aria-required={required}
        value={values.length === 0 ? '' : String(values.length)}
        onChange={() => {}}
      />
      {values.map(({ id, value }) => (
        <input key={id} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
