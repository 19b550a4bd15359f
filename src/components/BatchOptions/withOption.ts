import type { UploadOptionName, UploadOptions } from '../../api/contract.js';

type Value = UploadOptions[UploadOptionName];

const saysNothing = (value: Value): boolean =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);

const isSame = (one: Value, other: Value): boolean =>
  (saysNothing(one) && saysNothing(other)) || (Array.isArray(one) && Array.isArray(other) ? one.join() === other.join() : one === other);

/** A file's own options with one of them said. What holds for all files anyway is not said again, so that the file follows when that changes. Pure. */
export function withOption<N extends UploadOptionName>(
  own: UploadOptions,
  forAll: UploadOptions,
  name: N,
  value: UploadOptions[N] | undefined,
): UploadOptions {
  const { [name]: _before, ...others } = own;
  if (value === undefined || isSame(value, forAll[name])) return others;
  return { ...others, [name]: value };
}
