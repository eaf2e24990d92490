import { natives } from './natives.ts';
import { isReadable, pageAnswerOf, pageCallOf, type PageCall, type PageParts } from './page-call.ts';
import { quietly, type Wrapper } from './wrap.ts';

const { addEventListener } = natives.EventTarget.prototype;
const { stringify } = natives.JSON;

/** Copies the answers of telling requests that the page makes by `NativeXhr`, its `XMLHttpRequest`. */
export function hookXhr(NativeXhr: typeof XMLHttpRequest, parts: PageParts, { wrap }: Wrapper): void {
  const { prototype } = NativeXhr;
  const { getResponseHeader } = prototype;
  const opened = new WeakMap<object, { readonly method: string; readonly address: string }>();

  wrap(prototype, 'open', (proceed, self, [method, address]) => {
    const result = proceed();
    if (self instanceof NativeXhr && typeof method === 'string') {
      if (typeof address === 'string') opened.set(self, { method, address });
      else if (address instanceof natives.URL) opened.set(self, { method, address: address.href });
      else opened.delete(self);
    }
    return result;
  });

  wrap(prototype, 'send', (proceed, self, [body]) => {
    if (self instanceof NativeXhr) quietly(() => listen(self, body));
    return proceed();
  });

  function listen(request: XMLHttpRequest, body: unknown): void {
    const asked = opened.get(request);
    if (asked === undefined) return;
    const call = pageCallOf(asked.method, asked.address, body, parts);
    if (call === undefined) return;
    const take = (): void => {
      // The page gave this call up and uses the object for another.
      if (opened.get(request) !== asked) return;
      const mediaType = getResponseHeader.call(request, 'content-type') ?? '';
      quietly(() => copy(request, mediaType, call, parts));
    };
    addEventListener.call(request, 'load', take, { once: true });
  }
}

function copy(request: XMLHttpRequest, contentType: string, call: PageCall, { report }: PageParts): void {
  const [mediaType = ''] = contentType.split(';');
  const responseMediaType = mediaType.trim().toLowerCase();
  const text = textOf(request);
  if (text === undefined || !isReadable(responseMediaType)) return;
  const { status, responseURL } = request;
  const answer = pageAnswerOf(call, responseURL, { status, responseMediaType, text });
  if (answer !== undefined) report(answer);
}

/** What the page reads, as text; undefined where it asked for bytes. */
function textOf({ responseType, response }: XMLHttpRequest): string | undefined {
  const body: unknown = response;
  if (responseType === 'json') return body === null ? undefined : stringify(body);
  return typeof body === 'string' ? body : undefined;
}
