import { theme as antdTheme, type ThemeConfig } from 'antd';

export type ThemeMode = 'light' | 'dark';

/** Colour only where it means something: each tone always comes with an icon and a word. */
export type Tone = 'you' | 'waiting' | 'blocked' | 'moving' | 'done' | 'idle';

interface Palette {
  accent: string;
  accentText: string;
  accentSoft: string;
  edge: string;
  page: string;
  surface: string;
  raised: string;
  line: string;
  lineStrong: string;
  text: string;
  textSoft: string;
  textFaint: string;
  rowHover: string;
  rowCursor: string;
  shade: string;
  tones: Record<Tone, readonly [text: string, background: string]>;
}

const LIGHT: Palette = {
  accent: '#3b42b0',
  accentText: '#3b42b0',
  accentSoft: '#eceefb',
  edge: '#d81f3c',
  page: '#f6f6f9',
  surface: '#ffffff',
  raised: '#ffffff',
  line: '#e5e6ee',
  lineStrong: '#8b8fa6',
  text: '#191b2a',
  textSoft: '#555970',
  textFaint: '#60647b',
  rowHover: '#f7f7fb',
  rowCursor: '#eef0fc',
  shade: 'rgba(22, 24, 48, 0.08)',
  tones: {
    you: ['#b3162f', '#fdecef'],
    waiting: ['#7d5200', '#fdf3da'],
    blocked: ['#a81e26', '#fdeceb'],
    moving: ['#1b56a4', '#e8f1fc'],
    done: ['#176639', '#e5f5ec'],
    idle: ['#555970', '#f0f0f5'],
  },
};

const DARK: Palette = {
  accent: '#5a61d8',
  accentText: '#a9aefc',
  accentSoft: '#25284a',
  edge: '#ff4d67',
  page: '#101119',
  surface: '#171822',
  raised: '#1e2030',
  line: '#2a2c3c',
  lineStrong: '#74788f',
  text: '#e9eaf3',
  textSoft: '#a8abc0',
  textFaint: '#9094ab',
  rowHover: '#1c1e2b',
  rowCursor: '#25284a',
  shade: 'rgba(0, 0, 0, 0.45)',
  tones: {
    you: ['#ff8d9c', '#3c1820'],
    waiting: ['#f0c566', '#332809'],
    blocked: ['#ff9e99', '#3a191b'],
    moving: ['#92c2ff', '#12263e'],
    done: ['#83d6a4', '#0f2f1e'],
    idle: ['#a8abc0', '#262837'],
  },
};

const PALETTES: Record<ThemeMode, Palette> = { light: LIGHT, dark: DARK };
const FONT = "Inter, 'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
const MONO = "ui-monospace, 'SF Mono', 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

// In the dark a red that can be read as text is too light for white letters on it.
const DANGER_BUTTON: Record<ThemeMode, object> = {
  light: { colorErrorHover: '#a81e26' },
  dark: { colorError: '#ff8088', colorErrorHover: '#ff9aa0', colorErrorActive: '#f06a73', dangerColor: '#26090c' },
};

/** antd tokens for one mode. */
export function antdThemeOf(mode: ThemeMode): ThemeConfig {
  const palette = PALETTES[mode];
  return {
    algorithm: mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { key: 'selvedge' },
    hashed: false,
    token: {
      colorPrimary: palette.accent,
      colorLink: palette.accentText,
      colorInfo: palette.accent,
      colorError: mode === 'dark' ? '#f0616d' : '#c22136',
      colorBgLayout: palette.page,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorder: mode === 'dark' ? '#43465c' : '#cfd1de',
      colorBorderSecondary: palette.line,
      colorText: palette.text,
      colorTextSecondary: palette.textSoft,
      colorTextTertiary: palette.textFaint,
      colorTextPlaceholder: palette.textFaint,
      fontFamily: FONT,
      fontFamilyCode: MONO,
      fontSize: 13,
      controlHeight: 30,
      borderRadius: 6,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', ...DANGER_BUTTON[mode] },
      Modal: { titleFontSize: 15 },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? '#33364c' : '#23253a' },
    },
  };
}

/** The same palette as CSS variables, for our own style sheets. */
export function cssVariablesOf(mode: ThemeMode): Record<string, string> {
  const { tones, ...plain } = PALETTES[mode];
  const variables: Record<string, string> = { '--sv-font': FONT, '--sv-mono': MONO };
  for (const [name, value] of Object.entries(plain)) variables[`--sv-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`] = value;
  for (const [tone, [text, background]] of Object.entries(tones)) {
    variables[`--sv-${tone}`] = text;
    variables[`--sv-${tone}-soft`] = background;
  }
  return variables;
}
