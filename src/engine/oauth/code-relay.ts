// The page hands the code to its own server (back end for front end): no specification names this call.
import type { Exchange } from '../http/exchange.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { errorInAnswer } from './error.ts';
import type { AnswerState, CodeRelay } from './message.ts';
import { messageParameters, placed, placedMembers } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises a call of a page that carries a code; it counts only where a login has that very code. */
export const codeRelay: Recogniser = {
  kind: 'code_relay',
  read: readCodeRelay,
};

function readCodeRelay(reading: Reading): CodeRelay | undefined {
  const { exchange } = reading;
  if (exchange.kind !== 'fetch') return undefined;
  const params = messageParameters(
    placed(exchange.id, 'form', reading.form()),
    placedMembers(exchange.id, 'request_json', reading.requestJson()),
    placed(exchange.id, 'query', reading.query()),
  );
  // Shorter codes are countries and vouchers.
  if ((params.get('code') ?? '').length < 4 || params.get('grant_type') !== undefined) return undefined;
  const failed = (exchange.status ?? 0) >= 400;
  const error = failed ? errorInAnswer(reading) : undefined;
  return {
    kind: 'code_relay',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params,
    answer: stateOf(exchange),
    error,
  };
}

/** The app's own answer has no standard form, so that only the status counts. */
function stateOf({ status, networkError }: Exchange): AnswerState {
  if (networkError !== undefined) return 'no_answer';
  if (status === undefined) return 'unknown';
  return status >= 400 ? 'error' : 'success';
}
