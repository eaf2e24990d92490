import { durationWords } from '../../engine/http/duration-words.ts';
import { clockWords } from './words.ts';

const instants = new Set(['exp', 'iat', 'nbf', 'auth_time', 'updated_at']);

/** A claim for people; times of day become times, and how far they are from `reference` (Unix milliseconds). */
export function claimWords(
  name: string,
  value: unknown,
  reference: number,
  times: 'local' | 'utc' = 'utc',
): string {
  if (instants.has(name) && typeof value === 'number')
    return instantWords(name, value * 1000, reference, times);
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  return JSON.stringify(value);
}

function instantWords(name: string, instant: number, reference: number, times: 'local' | 'utc'): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return `${instant / 1000}, which is no time`;
  const shown = `${dayWords(date, times)} ${clockWords(instant, times)}`;
  const distance = instant - reference;
  const far = durationWords(Math.abs(distance));
  if (name === 'exp')
    return `${shown}, ${distance >= 0 ? `${far} left when seen` : `expired ${far} before it was seen`}`;
  // Times in tokens are whole seconds.
  if (Math.abs(distance) < 2000) return `${shown}, as it was seen`;
  return `${shown}, ${far} ${distance < 0 ? 'before' : 'after'} it was seen`;
}

/** How long a token lives, from its own claims; undefined when they do not say. */
export function lifetimeWords(claims: Readonly<Record<string, unknown>>): string | undefined {
  const { exp, iat } = { exp: claims['exp'], iat: claims['iat'] };
  if (typeof exp !== 'number' || typeof iat !== 'number' || exp < iat) return undefined;
  return `lives ${durationWords((exp - iat) * 1000)}`;
}

function dayWords(date: Date, times: 'local' | 'utc'): string {
  if (times === 'utc') return date.toISOString().slice(0, 10);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');
}
