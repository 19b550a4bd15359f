import type { UploadOptionName, UploadOptions } from '../../api/contract.js';
import type { UploadItem } from '../../journey/item.js';
import { resizableSize } from './targetWidth.js';

type Copied = Pick<UploadItem, 'format' | 'preview' | 'options'>;

/** What people mean for one file alone, unless they say so. */
const ITS_OWN: ReadonlySet<UploadOptionName> = new Set(['title', 'description']);

/** Which options "apply to all" has marked at first: those said about this file, without its title and description. */
export const copiedAtFirst = (options: UploadOptions): ReadonlySet<UploadOptionName> =>
  new Set((Object.keys(options) as UploadOptionName[]).filter((name) => !ITS_OWN.has(name)));

/** The options of a file with some made as they are for another one; what was not said there is not said here either. A width that this file does not reach is left out. Pure. */
export function copyOptions(from: Copied, to: Copied, names: Iterable<UploadOptionName>): UploadOptions {
  const { options } = to;
  return [...names].reduce<UploadOptions>((copied, name) => {
    const { [name]: _before, ...others } = copied;
    const value = name === 'widthPx' ? fittingWidth(from.options.widthPx, to) : from.options[name];
    return value === undefined ? others : { ...others, [name]: value };
  }, options);
}

/** A host refuses a width above the original's. */
function fittingWidth(widthPx: number | undefined, to: Copied): number | undefined {
  const size = resizableSize(to);
  return widthPx !== undefined && size && widthPx < size.widthPx ? widthPx : undefined;
}
