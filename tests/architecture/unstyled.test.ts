import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '@selvedge/directus/launch/paths.ts';
import { unstyled, type Sources } from './unstyled.ts';

const SRC = path.join(repositoryRoot, 'admin/src');

test('every component finds the style sheet of its classes loaded, whichever page is opened first', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(css|tsx)$/.test(file));
  const sources: Sources = Object.fromEntries(files.map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(SRC, file), 'utf8')]));
  expect(files.length).toBeGreaterThan(100);
  expect(unstyled(sources)).toEqual([]);
});

test('a class of another page is found, one of the app or of the own page is not', () => {
  const planted: Sources = {
    'main.tsx': `import './styles/base.css';`,
    'styles/base.css': '.sv-page {}',
    'styles/access.css': '.sv-matrix {} .sv-page .sv-loss {}',
    'pages/access/access-page.tsx': `import '../../styles/access.css'; className="sv-page"`,
    'pages/access/tabs/loss.tsx': 'className="sv-loss is-bad"',
    'pages/rules/history.tsx': 'className="sv-page sv-matrix sv-matrix-of-antd"',
  };
  expect(unstyled(planted)).toEqual(['pages/rules/history.tsx: sv-matrix of styles/access.css']);
});
