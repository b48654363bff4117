import { access } from './access.ts';
import { integration } from './integration.ts';
import { rules } from './rules.ts';

/** What only the pages of administrators say; fetched with them. */
export const administration = {
  ...access,
  ...integration,
  ...rules,
};
