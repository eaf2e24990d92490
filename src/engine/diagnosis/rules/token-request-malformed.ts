import type { Evidence } from '../../http/evidence.ts';
import { mediaTypeOf } from '../../http/har-body.ts';
import { headerValue } from '../../http/headers.ts';
import { grantTypeNamed } from '../../oauth/grant-types.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import type { CauseId } from '../../oauth/causes.ts';
import { isRefused } from '../refusal.ts';
import { at, defineRule, fail, pass } from '../rule.ts';

/** Credentials that a URL must not carry (RFC 6749 §2.3.1). */
const secrets = ['client_secret', 'refresh_token', 'password', 'client_assertion'];

export const tokenRequestMalformed = defineRule({
  id: 'token-request-malformed',
  title: 'The token request has the wrong method, encoding or place of parameters, or lacks a parameter',
  severity: 'error',
  why: 'A token endpoint reads a form in the body of a POST, and refuses what it cannot read.',
  fix: 'POST the parameters as application/x-www-form-urlencoded in the body.',
  sources: [rfc(6749, '3.2'), rfc(6749, '4.1.3'), rfc(6749, '5.2')],
  needs: ['tokenCall'],
  check({ tokenCall: request }) {
    const fault = faultOf(request);
    const refused = isRefused(request);
    if (fault !== undefined && refused) {
      const { cause, weight, sentence, evidence } = fault;
      return fail([evidence], { suspicion: { cause, weight, sentence, evidence: [evidence] } });
    }
    // Servers that take JSON or GET are documented to do so; a secret in a URL ends in logs all the same.
    const leaked = request.params.list.find(
      (each) => each.at.part === 'query' && secrets.includes(each.name) && each.value !== '',
    );
    if (leaked === undefined) return pass;
    return fail([leaked.at], {
      severity: request.exchange.tab === undefined ? 'info' : 'warning',
      title: 'The token request carries a secret in its URL',
    });
  },
});

/** Codes of a server that did not come to the parameters of the grant. */
const saysOtherwise: ReadonlySet<string | undefined> = new Set(['invalid_client', 'unsupported_grant_type']);

interface Fault {
  readonly cause: CauseId;
  readonly weight: number;
  readonly sentence: string;
  readonly evidence: Evidence;
}

function faultOf(request: TokenRequest): Fault | undefined {
  const { exchange, params, grantType } = request;
  const whole: Evidence = { exchange: exchange.id, part: 'request', name: '' };
  const type: Evidence = { exchange: exchange.id, part: 'request_header', name: 'content-type' };
  const { requestBody: body } = exchange;
  const inJson = body !== undefined && /^\s*[{[]/.test(body.text);
  if (inJson) {
    const asForm = body.mediaType === 'application/x-www-form-urlencoded';
    return {
      cause: 'content_type_wrong',
      weight: 0.85,
      sentence: asForm
        ? 'The token request says that it is a form and holds JSON.'
        : 'The token request is in JSON, and servers read a form.',
      evidence: type,
    };
  }
  // Chromium hands over the fields of a multipart body, which are kept as a form: only the header tells.
  const sentAs = mediaTypeOf(headerValue(exchange.requestHeaders, 'content-type')) || body?.mediaType;
  if (
    body !== undefined &&
    body.text !== '' &&
    sentAs !== '' &&
    sentAs !== 'application/x-www-form-urlencoded'
  ) {
    return {
      cause: 'content_type_wrong',
      weight: 0.8,
      sentence: `The token request has the content type ${sentAs}, and servers read a form.`,
      evidence: type,
    };
  }
  if (exchange.method !== 'POST') {
    return {
      cause: 'request_malformed',
      weight: 0.9,
      sentence: `The token request is a ${exchange.method}, and servers take POST.`,
      evidence: whole,
    };
  }
  const misplaced = params.list.find((each) => each.at.part === 'query' && each.name === 'grant_type');
  if (misplaced !== undefined) {
    return {
      cause: 'request_malformed',
      weight: 0.8,
      sentence: 'The token request has its parameters in the URL, and servers read the body.',
      evidence: misplaced.at,
    };
  }
  return missingParameter(request, grantTypeNamed(grantType)?.requires ?? []);
}

/** A parameter is only missing when the whole body was captured and could be read. */
function missingParameter(request: TokenRequest, required: readonly string[]): Fault | undefined {
  const { exchange, params, error } = request;
  const isWhole = exchange.known.requestBody && exchange.requestBody?.cutFrom === undefined;
  const name = isWhole ? required.find((each) => params.get(each) === undefined) : undefined;
  if (name === undefined || saysOtherwise.has(error?.code)) return undefined;
  return {
    cause: 'request_malformed',
    weight: 0.95,
    sentence: `The token request has no ${name}.`,
    evidence: at(request, name),
  };
}
