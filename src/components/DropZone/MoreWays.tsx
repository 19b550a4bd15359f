'use client';
import { useRef, type ChangeEvent, type ReactElement, type RefObject } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useIsTouch } from '../../react/useIsTouch.js';
import { Icon, type IconName } from '../Icon/Icon.js';
import { useIntake } from './IntakeContext.js';

export interface MoreWaysProps {
  /** `icon`: beside other buttons, where room is short. Default `button`. */
  readonly look?: 'button' | 'icon-button';
}

/** React's types do not know it, browsers do. */
const FOLDER = { webkitdirectory: '' };

/**
 * The ways in beside files: a folder, or on a device for fingers the camera, and links. Renders buttons without an element around them.
 * @attr data-part="folder" · "camera" · "urls"
 */
export function MoreWays({ look = 'button' }: MoreWaysProps): ReactElement {
  const messages = useMessages();
  const { takeIn, openUrls } = useIntake();
  const isTouch = useIsTouch();
  const input = useRef<HTMLInputElement>(null);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    takeIn([...(target.files ?? [])]);
    target.value = '';
  };
  const words = messages[isTouch ? 'intake.camera' : 'intake.folder'];
  return (
    <>
      <Way
        part={isTouch ? 'camera' : 'folder'}
        icon={isTouch ? 'camera' : 'folder'}
        look={look}
        words={words}
        onPress={() => input.current?.click()}
      />
      <HiddenInput input={input} isTouch={isTouch} onChange={onChange} label={words} />
      {openUrls && <Way part="urls" icon="link" look={look} words={messages['url.title']} onPress={openUrls} />}
    </>
  );
}

interface WayProps {
  readonly part: string;
  readonly icon: IconName;
  readonly look: 'button' | 'icon-button';
  readonly words: string;
  readonly onPress: () => void;
}

const Way = ({ part, icon, look, words, onPress }: WayProps): ReactElement => (
  <button
    type="button"
    data-part={part}
    data-look={look}
    {...(look === 'icon-button' && { 'aria-label': words, title: words })}
    onClick={onPress}
  >
    <Icon name={icon} />
    {look === 'button' && words}
  </button>
);

interface HiddenInputProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly isTouch: boolean;
  readonly label: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

function HiddenInput({ input, isTouch, label, onChange }: HiddenInputProps): ReactElement {
  const kind = isTouch ? ({ accept: 'image/*,video/*', capture: 'environment' } as const) : { ...FOLDER, multiple: true };
  return (
    <input
      form=""
      key={isTouch ? 'camera' : 'folder'}
      ref={input}
      type="file"
      data-part={isTouch ? 'camera-input' : 'folder-input'}
      hidden
      tabIndex={-1}
      aria-label={label}
      onChange={onChange}
      {...kind}
    />
  );
}
