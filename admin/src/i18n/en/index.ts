import { access } from './access.ts';
import { actions } from './actions.ts';
import { common } from './common.ts';
import { crm } from './crm.ts';
import { errors } from './errors.ts';
import { integration } from './integration.ts';
import { records } from './records.ts';
import { shell } from './shell.ts';
import { statuses } from './statuses.ts';
import { timeline } from './timeline.ts';
import { wms } from './wms.ts';

export const en = {
  ...common,
  ...shell,
  ...errors,
  ...statuses,
  ...records,
  ...actions,
  ...timeline,
  ...crm,
  ...wms,
  ...access,
  ...integration,
};
