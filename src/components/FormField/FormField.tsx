'use client';
import { useEffect, useRef, type ReactElement } from 'react';
import type { StoredImage } from '../../api/contract.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { delay } from '../../shared/delay.js';
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
 * What was uploaded, as a part of the form around: it is not valid while files are under way or still to be uploaded, nor without a file where one is required,
 * and a reset of the form clears the queue. Renders `<input>`s that nobody sees.
 * @attr data-part="form-field"
 */
export function FormField({ name, required = false, toFieldValue = addressOf }: FormFieldProps): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const guard = useRef<HTMLInputElement>(null);
  const { counts, pendingCount } = useTotals();
  const uploaded = useItemsIn('uploaded');
  const values = uploaded.flatMap(({ id, image }) => (image ? [{ id, value: toFieldValue(image) }] : []));
  const problem = pendingCount > 0 ? 'pending' : counts.ready > 0 ? 'ready' : required && values.length === 0 ? 'required' : null;
  const words = problem === null ? '' : messages.form[problem];

  useEffect(() => guard.current?.setCustomValidity(words), [words]);
  useEffect(() => {
    const form = guard.current?.form;
    const leaving = new AbortController();
    const onReset = (event: Event): void => {
      // The app may yet prevent the reset, in a listener that comes after this one.
      delay(0, leaving.signal).then(
        () => event.defaultPrevented || uploader.clear(),
        () => {},
      );
    };
    form?.addEventListener('reset', onReset, { signal: leaving.signal });
    return () => leaving.abort();
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
