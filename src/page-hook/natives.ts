/** The page's own classes as they were before any of its scripts could replace them, as polyfills and zone.js do. */
export const natives = { AbortSignal, EventTarget, JSON, Promise, Request, Response, URL, URLSearchParams };
