import { test } from 'vitest';
import { appendFileSync } from 'node:fs';
import { screens, } from './test/support/languages/screens.ts';
import { takeTour, tourSizes } from './test/support/languages/tour.ts';
test.each((process.env['L'] ?? 'en-XA').split(','))('probe %s', async (language) => {
  const wanted = process.env['S']?.split(',');
  const faults = await takeTour({ language, sizes: process.env['SMALL'] ? [tourSizes[0]!] : tourSizes, screens: screens.filter((s) => wanted === undefined || wanted.includes(s.name)), onScreen: async (name, page) => { await page.screenshot({ path: `/tmp/up/out/tour-${language}-${name}.png` }); return []; } });
  appendFileSync('/tmp/up/out/faults.txt', faults.map((f) => `${language} ${f}\n`).join(''));
}, 240_000);
