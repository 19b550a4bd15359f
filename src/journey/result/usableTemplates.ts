import { warnOnce } from '../../shared/warnOnce.js';
import { ESCAPES } from './escapes.js';
import type { EmbedTemplate } from './fillTemplate.js';

/** The app's templates that can be filled. The others are left out, for a mistake in one must not cost people their links; a developer is told. */
export function usableTemplates(templates: readonly EmbedTemplate[]): readonly EmbedTemplate[] {
  const ids = new Set<string>();
  return templates.filter((template) => {
    const isUsable = isWhole(template) && !ids.has(template.id);
    if (isUsable) ids.add(template.id);
    else warnAbout(template);
    return isUsable;
  });
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);

/** Apps without a compiler, or with templates from a server, may hand over anything. */
function isWhole(template: Partial<EmbedTemplate> | null): boolean {
  if (!template) return false;
  const { id, label, format, image, video } = template;
  return isText(id) && isText(label) && isTextOrNull(image) && isTextOrNull(video) && Object.hasOwn(ESCAPES, format ?? '');
}

function warnAbout(template: Partial<EmbedTemplate> | null): void {
  warnOnce(
    `The embed template ${JSON.stringify(template?.id ?? null)} is not whole or its id is taken, so its code is left out. ` +
      `Give it an id of its own, a label, a format (${Object.keys(ESCAPES).join(', ')}), and for image and video a text or null.`,
  );
}
