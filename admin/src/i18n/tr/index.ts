import type { en } from '../en/index.ts';
import type { SameKeys } from '../text-key.ts';
import { administration } from './administration.ts';
import { first } from './first.ts';

export const tr: SameKeys<typeof en> = { ...first, ...administration };
