import { chromium, type BrowserServer } from 'playwright-core';

/** Debian's Chromium and other systems' names of it. */
const EXECUTABLE = process.env['SELVEDGE_CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface SharedBrowser {
  /** Where a test connects; starts the browser if none runs. */
  address(): Promise<string>;
  close(): Promise<void>;
}

/**
 * One Chromium with an empty profile for all tests of a run, started when the first asks for it. Each person
 * has a context of their own in it, which shares neither cookies nor storage nor cache with another.
 */
export function shareBrowser(): SharedBrowser {
  let server: Promise<BrowserServer> | undefined;
  const launch = async () => {
    const launched = await chromium.launchServer({ executablePath: EXECUTABLE, headless: true, args: FLAGS, host: '127.0.0.1' });
    launched.once('close', () => {
      server = undefined;
    });
    return launched;
  };
  return {
    address: async () => (await (server ??= launch())).wsEndpoint(),
    close: async () => (await server)?.close(),
  };
}
