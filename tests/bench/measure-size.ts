import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PROJECT_ROOT } from '../../directus/launch/project-root.ts';
import { number, type Figure } from './report.ts';

/** Memory of the node after the load it just carried, from the operating system. */
export function measureMemory(pid: number): Figure {
  const resident = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  return { name: 'memory of a node after this load', measured: `${number(resident)} MB`, target: '≤ 700 MB', met: resident <= 700 };
}

/** What a browser loads before the first page shows: the page, its scripts and styles, gzipped. */
export function measureFirstLoad(): Figure {
  const dist = path.join(PROJECT_ROOT, 'admin', 'dist');
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const assets = [...page.matchAll(/(?:src|href)="\/app\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] as string);
  const bytes = [page, ...assets.map((asset) => readFileSync(path.join(dist, asset)))].reduce((sum, content) => sum + gzipSync(content).length, 0);
  return { name: "the app's first load, gzipped", measured: `${number(bytes / 1024)} KB`, target: '≤ 400 KB', met: assets.length > 0 && bytes <= 400 * 1024 };
}
