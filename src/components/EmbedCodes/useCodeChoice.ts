'use client';
import { useMemo, useState } from 'react';
import { EMBED_GROUPS, embedCodesOf, type EmbedCode, type EmbedGroup } from '../../journey/result/embedCodes.js';
import type { EmbedTemplate } from '../../journey/result/fillTemplate.js';
import type { Messages } from '../../i18n/messages.js';
import { useMessages } from '../../react/LocaleProvider.js';
import type { Choice } from './Choices.js';
import type { FileCode, StoredFile } from './CodePanel.js';

export interface CodeChoice {
  readonly group: EmbedGroup;
  readonly groups: readonly Choice[];
  readonly chooseGroup: (id: string) => void;
  readonly id: string;
  readonly ids: readonly Choice[];
  readonly chooseId: (id: string) => void;
  /** Of the files that have this code. */
  readonly codes: readonly FileCode[];
}

/** Which code is shown: one group and one size of it. What was chosen in each group is remembered; a code that no file has gives way to the first that one has. */
export function useCodeChoice(
  files: readonly StoredFile[],
  templates: readonly EmbedTemplate[],
  firstGroup: EmbedGroup = 'links',
): CodeChoice {
  const messages = useMessages();
  const [chosenGroup, setGroup] = useState<string>();
  const wantedGroup = chosenGroup ?? firstGroup;
  const [wantedIds, setIds] = useState<Readonly<Record<string, string>>>({});
  const coded = useMemo(() => files.map((file) => ({ file, codes: embedCodesOf(file.image, templates) })), [files, templates]);
  const kinds = useMemo(() => kindsOf(coded.map(({ codes }) => codes)), [coded]);
  const groups = EMBED_GROUPS.flatMap((group): Choice[] => {
    const inGroup = kinds.filter(({ code }) => code.group === group);
    return inGroup.length === 0 ? [] : [{ id: group, label: groupLabel(group, messages), isAvailable: inGroup.some(isAvailable) }];
  });
  const group =
    EMBED_GROUPS.find((name) => name === wantedGroup && groups.some((choice) => choice.id === name && choice.isAvailable)) ?? 'links';
  const ids = kinds.flatMap(({ code, isAvailable }): Choice[] =>
    code.group === group ? [{ id: code.id, label: codeLabel(code, messages), isAvailable }] : [],
  );
  const id = (ids.find((choice) => choice.isAvailable && choice.id === wantedIds[group]) ?? ids.find(isAvailable))?.id ?? '';
  return {
    group,
    groups,
    chooseGroup: setGroup,
    id,
    ids,
    chooseId: (chosen) => setIds({ ...wantedIds, [group]: chosen }),
    codes: coded.flatMap(({ file, codes }) => {
      const text = codes.find((code) => code.group === group && code.id === id)?.text ?? null;
      return text === null ? [] : [{ id: file.id, name: file.name, text }];
    }),
  };
}

const isAvailable = (choice: { readonly isAvailable: boolean }): boolean => choice.isAvailable;

/** All files have the same kinds of code, in the same order; a kind is available when at least one file has it. */
function kindsOf(all: readonly (readonly EmbedCode[])[]): readonly { code: EmbedCode; isAvailable: boolean }[] {
  return (all[0] ?? []).map((code, at) => ({ code, isAvailable: all.some((codes) => (codes[at]?.text ?? null) !== null) }));
}

function groupLabel(group: EmbedGroup, messages: Messages): string {
  switch (group) {
    case 'links':
      return messages['result.links'];
    case 'html':
      return 'HTML';
    case 'markdown':
      return 'Markdown';
    case 'bbcode':
      return 'BBCode';
    case 'custom':
      return messages['result.custom'];
  }
}

function codeLabel(code: EmbedCode, messages: Messages): string {
  if (code.group === 'custom') return code.label;
  return code.group === 'links' ? messages['result.linkNames'][code.id] : messages['result.sizes'][code.id];
}
