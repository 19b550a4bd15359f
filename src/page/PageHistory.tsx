import { createUploadHistory } from '../core.js';
import { HistoryPanel } from '../index.js';
import type { ReactElement } from 'react';

const history = createUploadHistory({ name: 'page' });

/** The links of earlier uploads, below the box; it may come later than the box, or not at all. */
export const PageHistory = (): ReactElement => <HistoryPanel history={history} />;
