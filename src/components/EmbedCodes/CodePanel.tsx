'use client';
import { useRef, useState, type ReactElement } from 'react';
import type { StoredImage } from '../../api/contract.js';
import type { ItemId } from '../../journey/item.js';
import type { EmbedTemplate } from '../../journey/result/fillTemplate.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { Icon } from '../Icon/Icon.js';
import { Choices } from './Choices.js';
import { CodeList } from './CodeList.js';
import { InsertButton, InsertStatus, type ChosenCode, type Insertion } from './InsertButton.js';
import { useCodeChoice } from './useCodeChoice.js';
import { useCopy } from './useCopy.js';

/** One file whose place on the host is known. */
export interface StoredFile {
  readonly id: ItemId;
  readonly name: string;
  readonly image: StoredImage;
}

/** The chosen code of one file. */
export interface FileCode {
  readonly id: ItemId;
  readonly name: string;
  readonly text: string;
}

export interface CodePanelProps {
  readonly titleId: string;
  /** Whether copying is what to do next. */
  readonly isNext: boolean;
  readonly files: readonly StoredFile[];
  readonly templates: readonly EmbedTemplate[];
  readonly insertion?: Insertion | undefined;
}

/**
 * A choice of format and size, and the codes of the files in it. Renders its parts without an element around them.
 * @attr data-part="segments" · "chips" · "code" · "insert" · "copy-all" · "link-list"
 */
export function CodePanel({ titleId, isNext, files, templates, insertion }: CodePanelProps): ReactElement {
  const messages = useMessages();
  const choice = useCodeChoice(files, templates, insertion?.format);
  const [leftOut, setLeftOut] = useState<ReadonlySet<ItemId>>(new Set());
  const { group, id, codes } = choice;
  const isDelete = group === 'links' && id === 'delete';
  const onInclude = (fileId: ItemId, isIncluded: boolean): void => {
    const next = new Set(leftOut);
    if (isIncluded) next.delete(fileId);
    else next.add(fileId);
    setLeftOut(next);
  };
  return (
    <>
      <header data-part="header">
        <h3 data-part="title" id={titleId}>
          {messages['result.codes']}
        </h3>
        <Choices
          look="segments"
          legend={messages['result.format']}
          choices={choice.groups}
          chosenId={group}
          onChoose={choice.chooseGroup}
        />
      </header>
      <Choices
        look="chips"
        legend={messages[group === 'links' ? 'result.linkKind' : 'result.size']}
        choices={choice.ids}
        chosenId={id}
        onChoose={choice.chooseId}
      />
      {isDelete && <p data-part="help">{messages['result.deleteWarning']}</p>}
      {/* With another code, what was said of the last copy is over. */}
      <Codes
        key={`${group} ${id}`}
        label={labelOf(choice)}
        isNext={isNext}
        isLinks={group === 'links' && !isDelete}
        codes={codes}
        leftOut={leftOut}
        onInclude={onInclude}
        insertion={
          insertion && !isDelete
            ? { ...insertion, onInsert: (chosen) => insertion.onInsert({ format: group, files: withImages(chosen, files) }) }
            : null
        }
      />
      {codes.length < files.length && <p data-part="help">{messages['result.without'](files.length - codes.length)}</p>}
    </>
  );
}

/** The codes come with what an editor needs to write its own. */
function withImages(chosen: readonly FileCode[], files: readonly StoredFile[]): readonly ChosenCode[] {
  const imageOf = new Map(files.map(({ id, image }) => [id, image]));
  return chosen.flatMap(({ id, name, text }) => {
    const image = imageOf.get(id);
    return image ? [{ name, code: text, image }] : [];
  });
}

function labelOf({ groups, group, ids, id }: ReturnType<typeof useCodeChoice>): string {
  const labels = [groups.find((choice) => choice.id === group)?.label, ids.find((choice) => choice.id === id)?.label];
  return labels.join(', ');
}

/** More lines are scrolled to. */
const MOST_LINES = 6;

interface CodesProps {
  readonly label: string;
  readonly isNext: boolean;
  /** Whether the codes are addresses that may be followed. */
  readonly isLinks: boolean;
  readonly codes: readonly FileCode[];
  readonly leftOut: ReadonlySet<ItemId>;
  readonly onInclude: (id: ItemId, isIncluded: boolean) => void;
  readonly insertion: (Pick<Insertion, 'status'> & { readonly onInsert: (chosen: readonly FileCode[]) => void }) | null;
}

function Codes({ label, isNext, isLinks, codes, leftOut, onInclude, insertion }: CodesProps): ReactElement {
  const messages = useMessages();
  const area = useRef<HTMLTextAreaElement>(null);
  const { copy, status, copiedText, copyCount } = useCopy();
  const chosen = codes.filter((code) => !leftOut.has(code.id));
  const all = chosen.map(({ text }) => text).join('\n');
  const said = { idle: '', copied: messages['result.copied'], failed: messages['result.copyFailed'] }[status];
  return (
    <>
      <textarea
        form=""
        ref={area}
        data-part="code"
        dir="ltr"
        readOnly
        wrap="off"
        spellCheck={false}
        rows={Math.min(MOST_LINES, Math.max(1, codes.length))}
        aria-label={label}
        value={all}
      />
      <div data-part="code-bar">
        <div>
          <span data-part="help" role="status">
            <span key={copyCount}>{said}</span>
          </span>{' '}
          {insertion && <InsertStatus status={insertion.status} />}
        </div>
        <div data-part="actions">
          <button
            type="button"
            data-part="copy-all"
            data-look="button"
            data-variant={isNext && !insertion ? 'primary' : undefined}
            disabled={chosen.length === 0}
            onClick={() => void copy(all, area.current)}
          >
            <Icon name={status === 'copied' && copiedText === all ? 'check' : 'copy'} />
            {messages['result.copyAll']}
          </button>
          {insertion && (
            <InsertButton status={insertion.status} isDisabled={chosen.length === 0} onInsert={() => insertion.onInsert(chosen)} />
          )}
        </div>
      </div>
      <CodeList
        isLinks={isLinks}
        codes={codes}
        leftOut={leftOut}
        onInclude={onInclude}
        copiedText={status === 'copied' ? copiedText : null}
        onCopy={(text, shownIn) => void copy(text, shownIn)}
      />
    </>
  );
}
