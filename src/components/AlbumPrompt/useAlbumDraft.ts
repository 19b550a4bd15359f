'use client';
import { useRef, useState, type RefObject } from 'react';
import type { AlbumDraft, AlbumPrivacy } from '../../api/contract.js';

export const MOST_NAME_CHARS = 100;

export interface AlbumInput {
  readonly name: string;
  readonly description: string;
  readonly privacy: AlbumPrivacy;
  readonly password: string;
  /** Empty: none. */
  readonly parentId: string;
}

export interface DraftControl {
  readonly input: AlbumInput;
  /** What is missing, once somebody wanted to make the album without it. */
  readonly missing: 'name' | 'password' | null;
  readonly nameRef: RefObject<HTMLInputElement | null>;
  readonly passwordRef: RefObject<HTMLInputElement | null>;
  change(changed: Partial<AlbumInput>): void;
  /** The album as it is described, or null: then the first thing that is missing has the focus. */
  check(): AlbumDraft | null;
}

const EMPTY: AlbumInput = { name: '', description: '', privacy: 'public', password: '', parentId: '' };

/** What a host would refuse. Pure. */
export const missingIn = ({ name, privacy, password }: AlbumInput): DraftControl['missing'] => {
  if (name.trim() === '') return 'name';
  return privacy === 'password' && password === '' ? 'password' : null;
};

/** A password that was typed for another privacy is nobody's business. Pure. */
export const toDraft = ({ name, description, privacy, password, parentId }: AlbumInput): AlbumDraft => ({
  name: name.trim(),
  description: description.trim(),
  privacy,
  ...(privacy === 'password' && { password }),
  ...(parentId !== '' && { parentId }),
});

/** What a person says about a new album. */
export function useAlbumDraft(): DraftControl {
  const [input, setInput] = useState(EMPTY);
  const [missing, setMissing] = useState<DraftControl['missing']>(null);
  const nameRef = useRef<HTMLInputElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  return {
    input,
    missing,
    nameRef,
    passwordRef,
    change(changed) {
      const next = { ...input, ...changed };
      setInput(next);
      if (missing !== null && missingIn(next) !== missing) setMissing(null);
    },
    check() {
      const found = missingIn(input);
      setMissing(found);
      if (found === null) return toDraft(input);
      (found === 'name' ? nameRef : passwordRef).current?.focus();
      return null;
    },
  };
}
