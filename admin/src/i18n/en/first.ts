import { actions } from './actions.ts';
import { common } from './common.ts';
import { crm } from './crm.ts';
import { errors } from './errors.ts';
import { records } from './records.ts';
import { shell } from './shell.ts';
import { statuses } from './statuses.ts';
import { timeline } from './timeline.ts';
import { wms } from './wms.ts';

/** What nearly every page says. */
export const first = {
  ...common,
  ...shell,
  ...errors,
  ...statuses,
  ...records,
  ...actions,
  ...timeline,
  ...crm,
  ...wms,
};
