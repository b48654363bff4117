import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT_ROOT } from '../launch/project-root.ts';
import { TYPED_CLIENT_PATH, typedClient } from './generate.ts';

await writeFile(path.join(PROJECT_ROOT, TYPED_CLIENT_PATH), await typedClient());
