import { expect, test } from 'vitest';
import { createWrapper, quietly } from './wrap.ts';

function example(): {
  readonly owner: { greet(this: unknown, name: string): string };
  readonly print: (of: unknown) => unknown;
  readonly calls: unknown[];
} {
  // A prototype of its own, so that the test leaves everyone else's alone.
  const prototype = { toString: Function.prototype.toString };
  const owner = {
    greet(name: string): string {
      if (name === '') throw new TypeError('A name is missing.');
      return `Hello, ${name}`;
    },
  };
  const calls: unknown[] = [];
  createWrapper(prototype).wrap(owner, 'greet', (proceed, _, args) => {
    calls.push(...args);
    return proceed();
  });
  return { owner, print: (of) => Reflect.apply(prototype.toString, of, []), calls };
}

test('a wrapped function answers, fails, and is described as before', () => {
  const { owner, calls } = example();
  expect(owner.greet('Ada')).toBe('Hello, Ada');
  expect(() => owner.greet('')).toThrow(new TypeError('A name is missing.'));
  expect(calls).toEqual(['Ada', '']);
  expect([owner.greet.name, owner.greet.length, 'prototype' in owner.greet]).toEqual(['greet', 1, false]);
  expect(Reflect.getOwnPropertyDescriptor(owner, 'greet')).toMatchObject({
    writable: true,
    enumerable: true,
    configurable: true,
  });
});

test('a wrapped function prints as the one it stands for, and so does toString itself', () => {
  const { owner, print } = example();
  expect(print(owner.greet)).toMatch(/^greet\(name\)/u);
  expect(print(Function.prototype.toString)).toBe('function toString() { [native code] }');
  expect(print(print)).toMatch(/toString/u);
  expect(() => print({})).toThrow(TypeError);
});

test('what is no function stays what it is', () => {
  const owner = { fetch: 3 };
  createWrapper({}).wrap(owner, 'fetch', () => 4);
  expect(owner).toEqual({ fetch: 3 });
});

test('a failure of ours is nobody else’s', () => {
  expect(quietly(() => new URL('not an address').href)).toBeUndefined();
});
