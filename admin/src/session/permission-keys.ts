/** The one list of keys; only its names and default roles are needed here. */
export { PERMISSION_KEYS, type PermissionKey } from '../../../directus/access/permission-keys.ts';
