/**
 * A gate said a second time, by hand, from what the business asks and not from its policy.
 * @returns the codes of what is not met
 */
export type Predicate<Facts> = (facts: Facts) => readonly string[];

/** The codes whose question is answered no. */
export const unmetOf = (asked: Readonly<Record<string, boolean>>): readonly string[] => Object.keys(asked).filter((code) => !asked[code]);
