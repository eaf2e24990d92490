// Federated Credential Management: the browser itself asks the identity provider for a token. https://www.w3.org/TR/fedcm/
import { headerValue } from '../http/headers.ts';
import { listOf, stringMember, type JsonObject } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { errorInAnswer } from './error.ts';
import type { FedCm } from './message.ts';
import { messageParameters, placed, type MessageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises what the browser asks an identity provider; the assertion decides, and what led to it is shown with it. */
export const fedCm: Recogniser = {
  kind: 'fedcm',
  read: readFedCm,
};

function readFedCm(reading: Reading): FedCm | undefined {
  const { exchange } = reading;
  const isWellKnown = withoutQuery(exchange.url).endsWith('/.well-known/web-identity');
  if (!isWellKnown && headerValue(exchange.requestHeaders, 'sec-fetch-dest') !== 'webidentity')
    return undefined;
  const params = messageParameters(
    placed(exchange.id, 'query', reading.query()),
    placed(exchange.id, 'form', reading.form()),
  );
  const answer = reading.responseJson();
  const step = isWellKnown ? 'well_known' : stepOf(exchange.method, params, answer);
  const message = { kind: 'fedcm', exchange, endpoint: withoutQuery(exchange.url), params, step } as const;
  if (step !== 'id_assertion') return { ...message, continues: false, error: undefined };
  const continues = stringMember(answer, 'continue_on') !== undefined;
  return { ...message, continues, error: errorInAnswer(reading) };
}

function stepOf(method: string, params: MessageParameters, answer: JsonObject | undefined): FedCm['step'] {
  if (method === 'POST') return params.get('account_id') === undefined ? 'disconnect' : 'id_assertion';
  if (listOf(answer?.['accounts']).length > 0) return 'accounts';
  return params.get('client_id') === undefined ? 'config' : 'client_metadata';
}
