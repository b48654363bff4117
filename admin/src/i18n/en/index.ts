import { administration } from './administration.ts';
import { first } from './first.ts';

export const en = { ...first, ...administration };
