/** Days ahead in which the end of somebody's access is soon. */
export const SOON_DAYS = 30;
