import { expect, test, vi } from 'vitest';
import { findChromium } from '../../scripts/ensure-chromium.mjs';
import { drawPng } from './draw-png.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="624"><rect width="1200" height="624" /></svg>';
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test('a Chromium draws the picture at its own size', async () => {
  vi.stubEnv('GRANTSCOPE_CHROMIUM', await findChromium());
  const png = drawPng(svg) ?? new Uint8Array(24);
  expect([...png.subarray(0, 8)]).toEqual(signature);
  // PNG §11.2.2: width and height stand after the length and the name of the header chunk.
  const header = new DataView(png.buffer, png.byteOffset + 16, 8);
  expect([header.getUint32(0), header.getUint32(4)]).toEqual([1200, 624]);
});

test('without a browser there is no picture', () => {
  vi.stubEnv('GRANTSCOPE_CHROMIUM', '/no/such/browser');
  expect(drawPng(svg)).toBeUndefined();
});
