import { execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from '../servers/listen.ts';
import { installGlewlwyd, tables } from './glewlwyd-install.ts';
import { glewlwydPlugin } from './glewlwyd-plugin.ts';

/** The person’s password and every client’s secret, good on loopback only. */
export const glewlwydSecret = 'loopbackonlysecretofglewlwyd';

/** A running Glewlwyd; each of its plugins is a tenant with an issuer of its own. */
export interface Glewlwyd {
  readonly origin: string;
  /** The issuer of a plugin: `oidc`, `other`, or `brief`, whose codes live a second. */
  readonly issuer: (plugin: 'oidc' | 'other' | 'brief') => string;
  readonly addClient: (id: string, redirectUri: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const configuration = (port: number, folder: string): string => `port=${port}
bind_address="127.0.0.1"
external_url="http://localhost:${port}"
login_url="login.html"
api_prefix="api"
static_files_path="/usr/share/glewlwyd/webapp/"
static_files_mime_types=({ extension=".html" mime_type="text/html" compress=0 })
log_mode="console"
log_level="ERROR"
cookie_domain="localhost"
cookie_secure=0
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
use_secure_connection=false
secure_connection_key_file="/dev/null"
secure_connection_pem_file="/dev/null"
secure_connection_ca_file="/dev/null"
hash_algorithm="SHA512"
database={ type="sqlite3" path="${join(folder, 'glewlwyd.db')}" };
`;

/** Waits until the server answers; it says nothing that could be waited for. */
async function untilItAnswers(origin: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      await fetch(`${origin}/config`);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}

/** The admin’s API, with the session of the admin that the package’s tables come with. */
async function openAdministration(origin: string): Promise<(path: string, body: unknown) => Promise<void>> {
  let cookie = '';
  const post = async (path: string, body: unknown): Promise<void> => {
    const answer = await fetch(`${origin}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`Glewlwyd answers ${path} with ${answer.status}: ${await answer.text()}`);
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
  };
  await post('auth', { username: 'admin', password: 'password' });
  return post;
}

/** Installs Glewlwyd where that is possible and starts one; else says why not. */
export async function startGlewlwyd(): Promise<Glewlwyd | string> {
  const reason = await installGlewlwyd();
  if (reason !== undefined) return reason;
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-glewlwyd-'));
  const free = await listen();
  await free.stop();
  const { origin } = free;
  execFileSync('sqlite3', [join(folder, 'glewlwyd.db')], { input: readFileSync(tables) });
  const file = join(folder, 'glewlwyd.conf');
  writeFileSync(file, configuration(Number(new URL(origin).port), folder));
  const server = spawn('glewlwyd', [`--config-file=${file}`], { stdio: 'ignore' });
  const exited = once(server, 'exit');
  const stop = async (): Promise<void> => {
    server.kill();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  const issuer: Glewlwyd['issuer'] = (plugin) => `${origin}/api/${plugin}`;
  try {
    await Promise.race([
      untilItAnswers(origin),
      exited.then(() => Promise.reject(new Error('it ended as soon as it was started'))),
    ]);
    const post = await openAdministration(origin);
    const { privateKey, publicKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    for (const plugin of ['oidc', 'other', 'brief'] as const)
      await post(
        'mod/plugin/',
        glewlwydPlugin(plugin, issuer(plugin), privateKey, publicKey, plugin === 'brief' ? 1 : 600),
      );
    const scope = ['g_profile', 'openid'];
    await post('user/', { username: 'alice', password: glewlwydSecret, name: 'Alice', enabled: true, scope });
    const addClient: Glewlwyd['addClient'] = async (id, redirectUri) =>
      post('client/', {
        client_id: id,
        name: id,
        enabled: true,
        confidential: true,
        password: glewlwydSecret,
        client_secret: glewlwydSecret,
        token_endpoint_auth_method: ['client_secret_basic'],
        redirect_uri: [redirectUri],
        authorization_type: ['code', 'password', 'refresh_token', 'client_credentials'],
        scope: ['openid'],
      });
    return { origin, issuer, addClient, stop };
  } catch (error) {
    await stop();
    return error instanceof Error ? error.message : String(error);
  }
}
