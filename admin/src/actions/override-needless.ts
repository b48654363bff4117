/**
 * Whether an override was given and the gate passed without it, so that nothing of it was kept.
 * @param body as it was sent
 * @param data what the command answered: every one that takes an override names what it lifted
 */
export const isOverrideNeedless = (body: object, data: unknown): boolean =>
  'override' in body &&
  body.override !== undefined &&
  typeof data === 'object' &&
  data !== null &&
  'overridden' in data &&
  Array.isArray(data.overridden) &&
  data.overridden.length === 0;
