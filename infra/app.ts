import { readFileSync } from 'node:fs';
import { buildApp } from './build-app.ts';

buildApp(JSON.parse(readFileSync(new URL('counties.json', import.meta.url), 'utf8')));
