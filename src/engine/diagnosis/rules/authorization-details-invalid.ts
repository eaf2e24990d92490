import { isJsonObject, parseJson, stringMember, stringsMember } from '../../http/json.ts';
import { isHidden } from '../../oauth/placeholder.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const authorizationDetailsInvalid = defineRule({
  id: 'authorization-details-invalid',
  title: 'authorization_details is not what the server can read',
  severity: 'error',
  why: 'It is a JSON array of objects, each with a type that the server knows.',
  fix: 'Send [{"type":"…", …}] with a type that authorization_details_types_supported lists, best in a pushed request.',
  sources: [rfc(9396, '2'), rfc(9396, '5')],
  needs: ['flow', 'surroundings', 'progress'],
  check({ flow, surroundings, progress: { failure } }) {
    const asking = [flow.pushed, flow.authorizationRequest, ...flow.grants].find(
      (message) => message?.params.find('authorization_details') !== undefined,
    );
    const sent = asking?.params.find('authorization_details');
    if (asking === undefined || sent === undefined) return notApplicable;
    const document = surroundings.metadataAt(asking.exchange.url)?.document;
    const title = faultOf(sent.value, stringsMember(document, 'authorization_details_types_supported'));
    if (title === undefined) return pass;
    const evidence = [sent.at];
    if (failure === undefined) return fail(evidence, { title, severity: 'warning' });
    return fail(evidence, {
      title,
      suspicion: { cause: 'request_malformed', weight: 0.85, evidence, sentence: `${title}.` },
    });
  },
});

function faultOf(text: string, types: readonly string[] | undefined): string | undefined {
  const parsed = parseJson(text);
  const list = 'value' in parsed ? parsed.value : undefined;
  if (!Array.isArray(list) || !list.every(isJsonObject))
    return 'authorization_details is no JSON array of objects';
  const named = list.map((each) => stringMember(each, 'type'));
  if (named.includes(undefined)) return 'An object of authorization_details has no type';
  const isKnown =
    types === undefined || named.every((type) => isHidden(type ?? '') || types.includes(type ?? ''));
  return isKnown ? undefined : 'authorization_details has a type that the server does not list';
}
