/** Plays every case and writes docs/proof.md: `npm run proof`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { proofCases } from './cases/index.ts';
import { proofPage } from './page.ts';
import { playAll } from './play.ts';

writeFileSync(join(import.meta.dirname, '../../docs/proof.md'), proofPage(await playAll(proofCases)));
