import trTR from 'antd/es/locale/tr_TR';
import 'dayjs/locale/tr';

export const antdTr = trTR;
