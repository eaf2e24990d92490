import { errorCodes } from './error-codes.ts';

/** An error found in running text. */
export interface ErrorInText {
  readonly code: string | undefined;
  readonly description: string | undefined;
}

const known = new Set([
  ...errorCodes.map((entry) => entry.code),
  'application_suspended',
  // Google
  'access_not_configured',
  'admin_policy_enforced',
  'deleted_client',
  'disabled_client',
  'disallowed_useragent',
  'org_internal',
  'origin_mismatch',
]);

/** Unmistakable phrases of pages that name no code, by what they say. */
const phrases: readonly { readonly code: string; readonly says: RegExp }[] = [
  {
    code: 'invalid_redirect_uri',
    says: /redirect[_ ]?(?:uri|url)\b.{0,80}\b(?:not registered|not valid|invalid|mismatch|not match|not allowed|not whitelisted|unregistered)/i,
  },
  {
    code: 'invalid_redirect_uri',
    says: /\b(?:invalid|mismatch\w*|unregistered)\b.{0,40}\bredirect[_ ]?(?:uri|url)\b/i,
  },
  {
    code: 'invalid_redirect_uri',
    says: /\bcallback url mismatch\b|\bredirect_uri['’”]? parameter must be\b/i,
  },
  { code: 'invalid_redirect_uri', says: /\bAADSTS50011\b|\bAADSTS500112\b/ },
  { code: 'invalid_client', says: /\bAADSTS700016\b|\bAADSTS7000215\b|\bAADSTS7000222\b/ },
  {
    code: 'invalid_client',
    says: /\b(?:client|application)\b.{0,60}\b(?:not found|does not exist|unknown|is invalid|not registered|could not be found)\b/i,
  },
  {
    code: 'invalid_client',
    says: /\b(?:unknown|invalid|unregistered)\b.{0,20}\b(?:client[_ ]?id|client)\b/i,
  },
];

/** Finds an OAuth error in a page's visible text. Only codes of the vocabulary count, so that prose does not. */
export function errorInText(text: string): ErrorInText | undefined {
  const page = text.slice(0, 16_384);
  const described = /\berror_description["']?\s*[:=]\s*["']?([^\n"']{1,400})/i.exec(page)?.[1]?.trim();
  const word = page.match(/[a-z]+(?:_[a-z]+)+/g)?.find((candidate) => known.has(candidate));
  if (word !== undefined) return { code: word, description: described ?? lineWith(page, word) };
  for (const line of page.split('\n')) {
    const cut = line.slice(0, 400);
    const phrase = phrases.find((candidate) => candidate.says.test(cut));
    if (phrase !== undefined) return { code: phrase.code, description: cut };
  }
  return described === undefined ? undefined : { code: undefined, description: described };
}

/** The rest of the line that holds the word, which is where pages put the explanation. */
function lineWith(page: string, word: string): string | undefined {
  const line = page.split('\n').find((candidate) => candidate.includes(word)) ?? '';
  return line.length > word.length + 8 ? line.slice(0, 400) : undefined;
}
