// Writes docs/kubekey-fields.md from the props' doc comments: `npm run field-reference`. A test compares them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldPage } from './field-page';

writeFileSync(join(__dirname, '../docs/kubekey-fields.md'), fieldPage());
