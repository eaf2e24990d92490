/** What is done in place of a call; `proceed` makes the call itself. */
type Around = (proceed: () => unknown, self: unknown, args: readonly unknown[]) => unknown;

/** Puts proxies in place of functions, which look, print and compare in the page as the functions they stand for. */
export interface Wrapper {
  /** Replaces `owner[name]`, if it is a function. */
  wrap(owner: object, name: string, around: Around): void;
}

/** Makes a wrapper and disguises what it will wrap: a proxy of a native function would print without its name. */
export function createWrapper(functionPrototype: object): Wrapper {
  const originals = new WeakMap<object, object>();

  function wrap(owner: object, name: string, around: Around): void {
    const descriptor = Reflect.getOwnPropertyDescriptor(owner, name);
    const original: unknown = descriptor?.value;
    if (typeof original !== 'function') return;
    const proxy = new Proxy(original, {
      apply: (target, self: unknown, args: readonly unknown[]): unknown =>
        around((): unknown => Reflect.apply(target, self, args), self, args),
    });
    originals.set(proxy, original);
    Reflect.defineProperty(owner, name, { ...descriptor, value: proxy });
  }

  wrap(functionPrototype, 'toString', (proceed, self) => {
    const original = typeof self === 'function' ? originals.get(self) : undefined;
    return original === undefined ? proceed() : print(original);
  });
  return { wrap };
}

const { toString } = Function.prototype;

function print(original: object): unknown {
  return Reflect.apply(toString, original, []);
}

/** Does work of ours inside a call of the page's, which must not notice when it fails. */
export function quietly<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    // E.g. a URL that does not parse: the call itself tells the page.
    return undefined;
  }
}
