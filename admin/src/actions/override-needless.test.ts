import { isOverrideNeedless } from './override-needless.ts';

const override = { reasonCode: 'recount', note: 'n' };

test.each([
  ['given and of no use', { deal: 'd', override }, { overridden: [] }, true],
  ['given and used', { deal: 'd', override }, { overridden: ['PROFILE_APPROVED'] }, false],
  ['not given', { deal: 'd' }, { overridden: [] }, false],
  ['left empty', { deal: 'd', override: undefined }, { overridden: [] }, false],
  ['given to a command that tells nothing of it', { deal: 'd', override }, { dealId: 'd' }, false],
  ['given where nothing came back', { deal: 'd', override }, null, false],
])('an override that was %s', (_, body, data, needless) => {
  expect(isOverrideNeedless(body, data)).toBe(needless);
});
