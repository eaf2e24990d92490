import { rfc, type Source } from '../../oauth/source.ts';
import { defineRule, fail, pass } from '../rule.ts';

const multiple: Source = {
  title: 'OAuth 2.0 Multiple Response Type Encoding Practices §5',
  url: 'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#Security',
};

export const tokensInFrontChannel = defineRule({
  id: 'tokens-in-front-channel',
  title: 'A token is delivered in the query of a URL',
  severity: 'error',
  why: 'Queries end in logs, histories and Referer headers, and the standard forbids tokens there.',
  fix: 'Use response_type=code, or response_mode=form_post.',
  sources: [multiple, rfc(9700, '2.1.2'), rfc(9700, '4.3.2')],
  needs: ['flow'],
  check({ flow }) {
    const found = flow.responses.flatMap(({ mode, params }) =>
      ['access_token', 'id_token'].flatMap((name) => {
        const parameter = params.find(name);
        return parameter === undefined ? [] : [{ mode, name, at: parameter.at }];
      }),
    );
    const inQuery = found.filter(({ mode }) => mode === 'query');
    if (inQuery.length > 0) return fail(inQuery.map(({ at }) => at));
    // An access token there is told by the rule on the implicit grant.
    const inFragment = found.filter(({ mode, name }) => mode === 'fragment' && name === 'id_token');
    if (inFragment.length === 0) return pass;
    return fail(
      inFragment.map(({ at }) => at),
      {
        severity: 'info',
        title: 'An ID token is delivered in the fragment of a URL',
      },
    );
  },
});
