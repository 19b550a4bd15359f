'use client';
import { createContext, useContext } from 'react';
import type { Given } from '../../journey/intake/readSources.js';

/** The ways into the queue, as the box around offers them. */
export interface Intake {
  /** Opens the file picker. Call it in the event of a person. */
  readonly browse: () => void;
  /** Takes what a drop, a copy or a picker gave, or text with links in it. Call it in the event itself. */
  readonly takeIn: (given: Given) => void;
  /** Opens the dialog for links; absent where the host does not fetch them. */
  readonly openUrls: (() => void) | undefined;
  /** Something is dragged that the box would take. */
  readonly isDragging: boolean;
  /** How many files; null where the browser does not tell. */
  readonly draggedCount: number | null;
}

export const IntakeContext = createContext<Intake | null>(null);

/** The ways in, for buttons and drop areas of your own inside an `<UploaderBox>`. Throws outside of one. */
export function useIntake(): Intake {
  const intake = useContext(IntakeContext);
  if (!intake) throw new Error('useIntake needs an <UploaderBox> around it: put the component inside one.');
  return intake;
}
