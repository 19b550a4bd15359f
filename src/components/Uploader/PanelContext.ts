'use client';
import { createContext } from 'react';

/** What a box asks of the panel that it stands in. */
export interface Panel {
  /** Something has come that wants to be seen. */
  readonly open: () => void;
  /** Opens for as long as something is dragged, and closes again unless it was open before or `open` was asked for meanwhile. */
  readonly peek: (isDragging: boolean) => void;
}

const NO_PANEL: Panel = { open() {}, peek() {} };

/** The panel around a box; asks for nothing where the box stands in none. */
export const PanelContext = createContext<Panel>(NO_PANEL);
