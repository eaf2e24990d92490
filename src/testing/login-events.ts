import { readFileSync } from 'node:fs';
import { mayBeOAuthNavigation, relevanceOf } from '../engine/http/relevance.ts';
import type { CaptureEvent } from '../engine/session/capture-event.ts';

/** What Chromium's events and its DevTools said of one real login, in order, as `e2e/record/events.ts` recorded it. */
export const loginEvents: readonly CaptureEvent[] = read().flatMap(withRelevance);

function read(): readonly CaptureEvent[] {
  const events: unknown = JSON.parse(readFileSync(`${import.meta.dirname}/login-events.json`, 'utf8'));
  return Array.isArray(events) ? events.filter(isEvent) : [];
}

function isEvent(value: unknown): value is CaptureEvent {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** What the recorder adds, and without what it turns away. */
function withRelevance(event: CaptureEvent): readonly CaptureEvent[] {
  if (event.type === 'redirected')
    return [{ ...event, related: mayBeOAuthNavigation(event.details.redirectUrl) }];
  if (event.type !== 'request_started') return [event];
  const relevance = relevanceOf(event.details);
  return relevance === 'none' ? [] : [{ ...event, related: relevance === 'related' }];
}
