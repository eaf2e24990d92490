/**
 * The only network request of the product: one GET without cookies or credentials, made when the user presses for it.
 * Answers the text, or one sentence saying why there is none.
 */
export async function fetchDocument(
  address: string,
  limit: number,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  try {
    const answer = await fetch(address, {
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) return { reason: `The server answered with status ${answer.status}.` };
    return await readUpTo(answer, limit);
  } catch {
    return { reason: 'The server did not answer, or answered with a redirect.' };
  }
}

async function readUpTo(
  answer: Response,
  limit: number,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const piece = await reader?.read();
    if (piece?.value === undefined) return { text: text + decoder.decode() };
    text += decoder.decode(piece.value, { stream: true });
    if (text.length <= limit) continue;
    await reader?.cancel();
    return { reason: `The answer is longer than ${limit / 1024} KiB.` };
  }
}
