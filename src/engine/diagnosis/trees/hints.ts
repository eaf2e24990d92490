import type { Failure } from '../../flow/failure.ts';
import { textOf } from '../../http/reading.ts';
import type { CauseId } from '../../oauth/causes.ts';
import type { OAuthError } from '../../oauth/error.ts';
import type { Authority } from '../../providers/authority.ts';
import { generic } from '../../providers/generic.ts';
import { providerById } from '../../providers/index.ts';
import type { ErrorHint } from '../../providers/provider.ts';
import { causeWords } from '../causes.ts';
import { answerProof, type Labelled } from '../proofs.ts';
import type { Proof } from '../report.ts';
import type { Suspicion } from '../suspicion.ts';

/** Where the search for a provider's text in a whole answer ends. */
const searched = 8192;

/** What the server's own words point to: the provider's known texts, else phrases that many servers share. */
export function hintSuspicions(failure: Failure, authority: Authority): readonly Suspicion[] {
  const { error } = failure;
  if (error === undefined) return [];
  const place = placeOf(failure);
  const matching = (hints: readonly ErrorHint[], text: string): readonly ErrorHint[] =>
    hints.filter(
      (hint) =>
        (hint.at === 'any' || hint.at === place) && isOfGrant(hint.cause, failure) && hint.says.test(text),
    );
  const said = [error.code, error.sent, error.description].filter((part) => part !== undefined).join('\n');
  const provider = providerById(authority.provider);
  const { errors } = provider;
  const found = [
    () => matching(errors, said),
    // Servers put their finer code into a member of their own, or say it somewhere on a page.
    () => matching(errors, wholeAnswer(failure)),
    () => matching(generic.errors, said),
  ];
  for (const find of found) {
    const hints = find();
    if (hints.length > 0)
      return hints.map((hint) => ({
        ...suspicionOf(hint, error, failure),
        ...(provider === generic || !errors.includes(hint)
          ? {}
          : { sources: [...causeWords(hint.cause).sources, provider.documentation] }),
      }));
  }
  return [];
}

function suspicionOf(hint: ErrorHint, error: OAuthError, failure: Failure): Suspicion {
  return {
    cause: hint.cause,
    weight: hint.strength,
    evidence: [error.at],
    proof: wordsProof(failure),
    ...(hint.fix === undefined ? {} : { fix: hint.fix }),
    ...(hint.sentence === undefined ? {} : { sentence: hint.sentence }),
  };
}

/** A text about “the code”, “the token” or a user’s password means the one that the request carries. */
function isOfGrant(cause: CauseId, { message }: Failure): boolean {
  if (message.kind !== 'token_request') return true;
  switch (message.grantType) {
    case 'authorization_code':
      return !/^(?:refresh|device|user)_/.test(cause);
    case 'refresh_token':
      return !/^(?:code|pkce|device|user)_/.test(cause);
    case 'urn:ietf:params:oauth:grant-type:device_code':
      return !/^(?:code|pkce|refresh)_/.test(cause);
    default:
      return true;
  }
}

/** The answer's visible text, or its JSON. */
function wholeAnswer({ message, place }: Failure): string {
  if (place === 'authorization_response' || place === 'callback') return '';
  const { responseBody } = message.exchange;
  const text = textOf(responseBody);
  return (text === '' ? (responseBody?.text ?? '') : text).slice(0, searched);
}

/** The error code and the description as the answer has them. */
export function wordsProof({ error, message }: Failure): Proof {
  const status: Labelled = ['status', { exchange: message.exchange.id, part: 'status', name: '' }];
  if (error === undefined) return answerProof(status);
  const rows: Labelled[] = error.at.name === '' ? [['answer', error.at]] : [[error.at.name, error.at]];
  const { descriptionAt } = error;
  if (descriptionAt !== undefined && descriptionAt.name !== error.at.name)
    rows.push([descriptionAt.name, descriptionAt]);
  return answerProof(...rows);
}

/** Servers judge the pushed request and the authorization request alike, and clients as at the token endpoint. */
function placeOf({ place, error }: Failure): ErrorHint['at'] {
  switch (place) {
    case 'authorization_endpoint':
    case 'authorization_response':
      return 'authorize';
    case 'pushed_authorization_request':
      return error?.code === 'invalid_client' ? 'token' : 'authorize';
    case 'token_endpoint':
    case 'callback':
    case 'device_authorization':
    case 'backchannel_authentication':
    case 'revocation':
    case 'introspection':
      return 'token';
    case 'userinfo':
    case 'fedcm':
    case 'registration':
    case 'discovery':
    case 'logout':
      return 'any';
  }
}
