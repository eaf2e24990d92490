import { natives } from './natives.ts';
import { isReadable, pageAnswerOf, pageCallOf, type PageCall, type PageParts } from './page-call.ts';
import { quietly, type Wrapper } from './wrap.ts';

const { clone, text } = natives.Response.prototype;
const { then } = natives.Promise.prototype;

/** Copies the answers of telling `fetch` calls of the page that `owner` is the global object of. */
export function hookFetch(owner: object, parts: PageParts, { wrap }: Wrapper): void {
  wrap(owner, 'fetch', (proceed, _, args) => {
    const call = quietly(() => callOf(args, parts));
    const answer = proceed();
    if (call === undefined || !(answer instanceof natives.Promise)) return answer;
    // A promise of its own: a second branch would make failures that the page does not handle look handled.
    return then.call(answer, (response: unknown) => {
      quietly(() => copy(response, call, parts));
      return response;
    });
  });
}

function callOf([input, init]: readonly unknown[], parts: PageParts): PageCall | undefined {
  const asked = input instanceof natives.Request ? input : undefined;
  const address = typeof input === 'string' ? input : input instanceof natives.URL ? input.href : asked?.url;
  const signal = memberOf(init, 'signal') ?? asked?.signal;
  // Given up before it is made: nothing is sent, and the promise is refused before the page has it.
  const isGivenUp = signal instanceof natives.AbortSignal && signal.aborted;
  if (address === undefined || isGivenUp) return undefined;
  const method = memberOf(init, 'method');
  return pageCallOf(
    typeof method === 'string' ? method : (asked?.method ?? 'GET'),
    address,
    memberOf(init, 'body'),
    parts,
  );
}

/** A plain member, and nothing that runs code of the page's. */
function memberOf(object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined;
  return Reflect.getOwnPropertyDescriptor(object, name)?.value;
}

/** Reads a copy, made before the page has the answer and can read it. */
function copy(response: unknown, call: PageCall, { report }: PageParts): void {
  if (!(response instanceof natives.Response) || response.status === 0) return;
  const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';');
  const responseMediaType = mediaType.trim().toLowerCase();
  if (!isReadable(responseMediaType)) return;
  const { status, url } = response;
  const take = (body: string): void => {
    const answer = pageAnswerOf(call, url, { status, responseMediaType, text: body });
    if (answer !== undefined) report(answer);
  };
  // A body that breaks off is reported to the page alone.
  void then.call(text.call(clone.call(response)), take, () => {});
}
