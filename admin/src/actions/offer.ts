import type { TextKey } from '../i18n/text-key.ts';
import type { ActionName } from './actions.ts';

/** A button on a record: what it does, what the page already knows, and why it cannot be pressed. */
export interface Offer {
  action: ActionName;
  body: Record<string, unknown>;
  refusal: TextKey | null;
  initial?: Record<string, string>;
}
