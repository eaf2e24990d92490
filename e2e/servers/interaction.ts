import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';

function page(title: string, form: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
    <link rel="icon" href="data:,"><h1>${title}</h1><form method="post">${form}</form></html>`;
}

const loginPage = page(
  'Sign in',
  `<label>User name <input name="user" autocomplete="username"></label>
   <label>Password <input name="password" type="password" autocomplete="current-password"></label>
   <button>Sign in</button>`,
);

const consentPage = page(
  'Allow access',
  `<button name="answer" value="allow">Allow</button> <button name="answer" value="deny">Deny</button>`,
);

/**
 * Serves the tenant's login and consent pages (https://github.com/panva/node-oidc-provider, "User flows"). Whoever logs
 * in does so in the way that `acr_values` asks for.
 */
export async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  const asksConsent = details.prompt.name === 'consent';
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(asksConsent ? consentPage : loginPage);
    return;
  }
  const form = new URLSearchParams(await text(request));
  const client = String(details.params['client_id']);
  if (!asksConsent) {
    const { acr_values: wanted } = details.params;
    const acr = typeof wanted === 'string' ? { acr: wanted } : {};
    await provider.interactionFinished(request, response, {
      login: { accountId: form.get('user') ?? 'alice', ...acr },
    });
    return;
  }
  if (form.get('answer') !== 'allow') {
    const denied = { error: 'access_denied', error_description: 'The user did not allow it.' };
    await provider.interactionFinished(request, response, denied);
    return;
  }
  const grant = new provider.Grant({ accountId: details.session?.accountId ?? '', clientId: client });
  grant.addOIDCScope(String(details.params['scope']));
  const { resource, scope } = details.params;
  if (typeof resource === 'string') grant.addResourceScope(resource, String(scope));
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}
