import type { UploaderState } from '../state.js';

const states = new WeakSet<UploaderState>();

/** Marks a state that came only of uploads on their way, not of anything that a person did. */
export const markOfCourse = (state: UploaderState): void => void states.add(state);

/** Whether what is drawn may lag behind a state: where files are small and the line is fast, such ones come hundreds of times a second. */
export const isOfCourse = (state: UploaderState): boolean => states.has(state);
