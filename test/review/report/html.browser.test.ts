import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import type { Manifest } from '../../../src/manifest/manifest';
import { renderHtml } from '../../../src/review/report/html';
import { review } from '../../../src/review/review';
import { shopAfter, shopBefore } from './shop';

const executable =
  process.env['CHROMIUM_PATH'] ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
    fs.existsSync(file),
  );
const isThere = executable !== undefined;
const suite = isThere ? 'in Chromium' : 'in Chromium (left out: no Chromium; set CHROMIUM_PATH)';

const long = 'a-very-long-name-without-any-place-to-break-it-anywhere-'.repeat(4);
const config = (value: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: long.slice(0, 200), namespace: 'shop' },
  data: { [long]: value.repeat(50) },
});
const before = [...shopBefore, config('x')];
const after = [...shopAfter, config('y')];

(isThere ? describe : describe.skip)(suite, () => {
  let browser: Browser;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'review-html-'));
    file = path.join(folder, 'review.html');
    fs.writeFileSync(file, renderHtml(review(before, after), before, after));
    browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    fs.rmSync(folder, { recursive: true });
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)(
    '%s, %d px wide: no errors, no requests, nothing sticks out, all of it readable',
    async (colorScheme, width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const said: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`file://${file}`);
      // Plain text, since what runs in the page is not this program.
      await page.evaluate(
        'document.querySelectorAll("details").forEach((it) => { it.open = true; })',
      );
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
      expect(said).toEqual([]);
      expect(asked).toEqual([`file://${file}`]);
      const [background, color]: [string, string] = await page.evaluate(
        '[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]',
      );
      const light = (text: string): number => Number(/\d+/.exec(text)?.[0]);
      const isDark = light(background) < light(color);
      expect(isDark).toBe(colorScheme === 'dark');
      const cells: [number, number] = await page.evaluate(
        '[...document.querySelectorAll(".diff .was, .diff .is")].slice(0, 2).map((it) => it.getBoundingClientRect().top)',
      );
      // Side by side where there is room, else one below the other.
      expect(cells[0] === cells[1]).toBe(width > 640);
      if (process.env['SCREENSHOTS'] !== undefined) {
        const name = `review-${colorScheme}-${width}.png`;
        await page.screenshot({
          path: path.join(process.env['SCREENSHOTS'], name),
          fullPage: true,
        });
      }
      await page.close();
    },
    60_000,
  );

  test('every text has enough contrast to its ground, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme });
      await page.goto(`file://${file}`);
      const ratios: number[] = await page.evaluate(`
        [...document.querySelectorAll('.badge')].map((it) => {
          const { color, backgroundColor } = getComputedStyle(it);
          const light = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number)
            .map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
          const [dark, bright] = [light(color), light(backgroundColor)].sort((a, b) => a - b);
          return (bright + 0.05) / (dark + 0.05);
        })`);
      expect(ratios.length).toBeGreaterThan(5);
      expect(Math.min(...ratios)).toBeGreaterThan(4.5);
      await page.close();
    }
  }, 60_000);
});
