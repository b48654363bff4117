import { request } from '../api/http.ts';
import type { AppConfig } from '../api/types/me.ts';
import type { System } from '../api/types/shared.ts';

/** Systems of the contract; a node hosts one or both. */
export type HostedSystem = Exclude<System, 'core'>;

let config: AppConfig = { crmUrl: '', wmsUrl: '', systems: ['crm', 'wms'] };

/** Asks the node that served the app where CRM and WMS live. A node without the file hosts both. */
export async function loadConfig(): Promise<void> {
  try {
    const found = await request<Partial<AppConfig>>(`${import.meta.env.BASE_URL}config.json`);
    config = { crmUrl: found.crmUrl ?? '', wmsUrl: found.wmsUrl ?? '', systems: found.systems ?? ['crm', 'wms'] };
  } catch {
    config = { crmUrl: '', wmsUrl: '', systems: ['crm', 'wms'] };
  }
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '');
const isOwnOrigin = (url: string) => url === '' || withoutSlash(url) === window.location.origin;

/**
 * The base URL of a system; empty when it is the origin that served the app.
 * @param coreNode  which node is meant by `core`; null is the one that served the app
 */
export function baseOf(system: System, coreNode: HostedSystem | null = null): string {
  if (system === 'core') return coreNode === null ? '' : baseOf(coreNode);
  const url = system === 'crm' ? config.crmUrl : config.wmsUrl;
  return isOwnOrigin(url) ? '' : withoutSlash(url);
}

/** Systems of the node that served the app; the login page signs in there. */
export const homeSystems = (): readonly HostedSystem[] => config.systems;
export const isTwoNodes = (): boolean => baseOf('crm') !== baseOf('wms');
