// Device authorization request: RFC 8628 §3.1.
import { stringMember } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { refusalIn } from './error.ts';
import type { DeviceAuthorization } from './message.ts';
import { messageParameters, placed } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognised by its answer, or by its path when the answer was not captured. */
export const deviceAuthorization: Recogniser = {
  kind: 'device_authorization',
  read: readDeviceAuthorization,
};

function readDeviceAuthorization(reading: Reading, isNamed = false): DeviceAuthorization | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'POST') return undefined;
  const params = messageParameters(placed(exchange.id, 'form', reading.form()));
  if (params.get('grant_type') !== undefined || params.get('response_type') !== undefined) return undefined;
  const deviceCode = stringMember(reading.responseJson(), 'device_code');
  const byPath =
    /\/(?:device_authorization|devicecode|device\/code|device\/auth|device_authz|auth\/device)\/?$/i;
  const isClient =
    params.get('client_id') !== undefined || /^basic /i.test(reading.requestHeader('authorization') ?? '');
  const asked = isClient && (isNamed || byPath.test(reading.url().path));
  if (deviceCode === undefined && !asked) return undefined;
  const error = deviceCode === undefined ? refusalIn(reading) : undefined;
  return {
    kind: 'device_authorization',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params,
    deviceCode,
    error,
  };
}
