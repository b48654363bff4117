import type { LocalText } from '../api/types/shared.ts';
import type { TextKey } from '../i18n/text-key.ts';
import type { ActionName, KnownBody } from './actions.ts';

/** Why a button cannot be pressed: in the app's words, or in those of the server. */
export type Refusal = TextKey | LocalText;

interface OfferOf<Action extends ActionName> {
  action: Action;
  body: KnownBody<Action>;
  refusal: Refusal | null;
  initial?: Record<string, string>;
}

/** A button on a record: what it does, what the page already knows, and why it cannot be pressed. */
export type Offer = { [Action in ActionName]: OfferOf<Action> }[ActionName];
