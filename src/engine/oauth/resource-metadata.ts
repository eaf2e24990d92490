// Protected resource metadata: RFC 9728 §3.
import { stringMember } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import type { ResourceMetadata } from './message.ts';
import { messageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises the document by which an API names its authorization servers. */
export const resourceMetadata: Recogniser = {
  kind: 'resource_metadata',
  read: readResourceMetadata,
};

function readResourceMetadata(reading: Reading): ResourceMetadata | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'GET' || !exchange.url.includes('/.well-known/oauth-protected-resource'))
    return undefined;
  const document = reading.responseJson();
  if (document === undefined || stringMember(document, 'resource') === undefined) return undefined;
  return {
    kind: 'resource_metadata',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params: messageParameters(),
    document,
  };
}
