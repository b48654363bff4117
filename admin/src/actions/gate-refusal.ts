import type { Decision, Requirement } from '../api/types/shared.ts';
import type { TextKey } from '../i18n/text-key.ts';
import type { Offer, Refusal } from './offer.ts';

/** Whether it is what refuses: unmet, neither lifted nor a mere warning. */
export const refuses = ({ met, overridden, severity }: Requirement): boolean => !met && !overridden && severity === 'block';

const openOf = (decision: Decision): Requirement[] => decision.requirements.filter(refuses);

/** The answer without some of what is open: what a dialog is still to ask for. */
export function withoutCodes(decision: Decision, codes: readonly string[]): Decision {
  const requirements = decision.requirements.filter((requirement) => requirement.met || !codes.includes(requirement.code));
  return { ...decision, requirements, allowed: !requirements.some(refuses) };
}

/** The refusal of a button that a gate holds: the same sentences as on the card; null while the gate has not answered. */
export function blockedBy(decision: Decision | null): Refusal | null {
  if (!decision || decision.allowed) return null;
  const said = (language: 'en' | 'tr') =>
    openOf(decision)
      .map(({ sentence, seen }) => `${sentence[language]} (${seen[language]})`)
      .join(' ');
  return { en: `Not met yet: ${said('en')}`, tr: `Henüz karşılanmadı: ${said('tr')}` };
}

/** An override makes sense only where something is open, and all of it may be overridden. */
export function overrideRefusal(decision: Decision | null): TextKey | null {
  if (!decision) return null;
  if (decision.allowed) return 'refusal.nothingToOverride';
  return openOf(decision).every((requirement) => requirement.overridable) ? null : 'refusal.notOverridable';
}

/** An override that nothing needs is no offer. */
export const withoutNeedless = (offers: readonly Offer[]): Offer[] =>
  offers.filter((offer) => offer.refusal !== 'refusal.nothingToOverride');
