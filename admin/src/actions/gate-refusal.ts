import type { Decision } from '../api/types/shared.ts';
import type { TextKey } from '../i18n/text-key.ts';
import type { Offer } from './offer.ts';

/** The refusal of a button that a gate holds; null while the gate has not answered. */
export const blockedBy = (decision: Decision | null): TextKey | null => (decision && !decision.allowed ? 'refusal.gateOpen' : null);

/** An override makes sense only where something is open, and all of it may be overridden. */
export function overrideRefusal(decision: Decision | null): TextKey | null {
  if (!decision) return null;
  if (decision.allowed) return 'refusal.nothingToOverride';
  const open = decision.requirements.filter((requirement) => !requirement.met && !requirement.overridden);
  return open.every((requirement) => requirement.overridable) ? null : 'refusal.notOverridable';
}

/** An override that nothing needs is no offer. */
export const withoutNeedless = (offers: readonly Offer[]): Offer[] =>
  offers.filter((offer) => offer.refusal !== 'refusal.nothingToOverride');
