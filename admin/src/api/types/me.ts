import type { Currency, Role, System } from './shared.ts';

export interface OrgOfMe {
  id: string;
  code: string;
  name: string;
  currency: Currency;
  timeZone: string;
  /** Shown beside the org's name, so that nobody works in the wrong one. */
  brandColor: string | null;
  roles: Role[];
  keys: string[];
}

export interface Me {
  user: { id: string; email: string; name: string; language: 'en' | 'tr' };
  isAdmin: boolean;
  /** Signs in with a code of an authenticator app besides the password. */
  hasSecondStep: boolean;
  systems: System[];
  orgs: OrgOfMe[];
}

export interface AppConfig {
  crmUrl: string;
  wmsUrl: string;
  systems: Exclude<System, 'core'>[];
}
