import { normaliseKey } from './text.ts';

/** Whether a row's 与户主关系 says that it is the head's own; 本人 is not enough. */
export const isHead = (relation: string): boolean => normaliseKey(relation) === '户主';
