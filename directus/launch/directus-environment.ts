import path from 'node:path';
import type { Config } from './config.ts';
import { BUILD_DIR, PROJECT_ROOT } from './project-root.ts';

/** A cookie per node: cookies know no ports, and two nodes may share a host. */
export const sessionCookieName = (config: Config) => `selvedge_${config.SELVEDGE_SYSTEMS.join('_')}_session`;

/** The page of this node's app that a link to a new password leads to. */
export const passwordPage = (config: Config) => `${config.SELVEDGE_PUBLIC_URL.replace(/\/$/, '')}/app/reset-password`;

/** How Directus reaches the mail server that our own mails go through: by the same URL, in parts. */
function smtpOf(url: string): Record<string, string> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    EMAIL_SMTP_HOST: hostname,
    EMAIL_SMTP_PORT: port || (secure ? '465' : '25'),
    EMAIL_SMTP_SECURE: String(secure),
    ...(username !== '' && { EMAIL_SMTP_USER: decodeURIComponent(username), EMAIL_SMTP_PASSWORD: decodeURIComponent(password) }),
  };
}

/**
 * What Directus is told. Everything that the product does not use is closed here (ADR 0010).
 * @param role whose connection: `owner` only while the schema is applied, `app` at run time
 */
export function directusEnvironment(config: Config, role: 'owner' | 'app'): Record<string, string> {
  return {
    NODE_ENV: 'production',
    HOST: config.SELVEDGE_HOST,
    PORT: String(config.SELVEDGE_PORT),
    PUBLIC_URL: config.SELVEDGE_PUBLIC_URL,
    SECRET: config.SELVEDGE_SECRET,
    // Longer than the two minutes of the proxy in front: a connection that the node ends first swallows the request just sent on it.
    SERVER_KEEP_ALIVE_TIMEOUT: '150000',
    // Only these may say for whom they ask; to anybody else's word a node would count guesses by an address that the guesser chose.
    IP_TRUST_PROXY: config.SELVEDGE_TRUSTED_PROXIES,
    LOG_LEVEL: config.SELVEDGE_LOG_LEVEL,
    LOG_STYLE: 'raw',
    DB_CLIENT: 'pg',
    DB_CONNECTION_STRING: role === 'owner' ? config.DATABASE_URL : config.DATABASE_APP_URL,
    DB_POOL__MIN: '0',
    DB_POOL__MAX: String(config.SELVEDGE_POOL_MAX),
    REDIS: config.REDIS_URL,
    SYNCHRONIZATION_STORE: 'redis',
    // A cached list would outlive a grant.
    CACHE_ENABLED: 'false',
    CACHE_STORE: 'memory',
    // Deletions told over Directus' sockets carry other orgs' keys; live updates use the kernel's stream.
    WEBSOCKETS_ENABLED: 'false',
    GRAPHQL_INTROSPECTION: 'false',
    MCP_ENABLED: 'false',
    TELEMETRY: 'false',
    CORS_ENABLED: 'true',
    CORS_ORIGIN: [config.SELVEDGE_CRM_URL, config.SELVEDGE_WMS_URL, config.SELVEDGE_PUBLIC_URL].join(','),
    CORS_CREDENTIALS: 'true',
    SESSION_COOKIE_NAME: sessionCookieName(config),
    SESSION_COOKIE_SAME_SITE: 'lax',
    SESSION_COOKIE_SECURE: String(config.SELVEDGE_PUBLIC_URL.startsWith('https://')),
    // The session's row and the cookie's token end together: what looks at the row alone would outlive the token by days.
    SESSION_COOKIE_TTL: '12h',
    REFRESH_TOKEN_TTL: '12h',
    ACCESS_TOKEN_TTL: '15m',
    LOGIN_STALL_TIME: '300',
    PASSWORD_RESET_URL_ALLOW_LIST: passwordPage(config),
    EMAIL_TEMPLATES_PATH: path.join(PROJECT_ROOT, 'directus', 'mail-templates'),
    EXTENSIONS_PATH: path.join(BUILD_DIR, 'extensions'),
    MIGRATIONS_PATH: path.join(BUILD_DIR, 'no-directus-migrations'),
    STORAGE_LOCATIONS: 'local',
    STORAGE_LOCAL_ROOT: path.resolve(PROJECT_ROOT, config.SELVEDGE_FILES_DIR),
    PROJECT_OWNER: '',
    PROJECT_NAME: 'Selvedge',
    EMAIL_VERIFY_SETUP: 'false',
    EMAIL_TRANSPORT: 'smtp',
    ...smtpOf(config.SELVEDGE_SMTP_URL),
    // Directus puts a name of its own before the address.
    EMAIL_FROM: /<([^>]+)>/.exec(config.SELVEDGE_MAIL_FROM)?.[1] ?? config.SELVEDGE_MAIL_FROM,
    PRESSURE_LIMITER_ENABLED: 'false',
    ROOT_REDIRECT: '/app/',
    CONFIG_PATH: path.join(BUILD_DIR, 'no-env-file'),
  };
}
