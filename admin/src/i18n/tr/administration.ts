import type { administration as en } from '../en/administration.ts';
import type { SameKeys } from '../text-key.ts';
import { access } from './access.ts';
import { integration } from './integration.ts';
import { rules } from './rules.ts';

/** What only the pages of administrators say; fetched with them. */
export const administration: SameKeys<typeof en> = {
  ...access,
  ...integration,
  ...rules,
};
