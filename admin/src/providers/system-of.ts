import type { System } from '../api/types/shared.ts';

/** The system that a resource (`<system>/<view>`) names first. */
export const systemOf = (name: string | undefined): System => (name === 'wms' || name === 'core' ? name : 'crm');
