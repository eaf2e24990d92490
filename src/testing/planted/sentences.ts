import type { Exchange } from '../../engine/http/exchange.ts';
import { bodyWith, exchangeWith, json } from './build.ts';
import type { Kind, Planter } from './values.ts';

/** Sentences that tell who somebody is, or a password, with nothing but the words around it to tell it by. */
export function sentenceTraffic(planter: Planter): readonly Exchange[] {
  const plant = (kind: Kind, name: string): string => planter.plant(kind, `told ${name}`);
  const sentences = [
    `No login from ${plant('ip', 'address at the end')}.`,
    `client ${plant('ipv6', 'short IPv6 address')} is blocked`,
    `No account ${plant('letters', 'address without a dot, email')}@corpnet or ${plant('letters', 'address with (at), email')} (at) corp.example here`,
    `A code was sent to ${plant('mobile', 'telephone number')}, card ${plant('card', 'card')} is invalid`,
    `bind failed for uid=${plant('letters', 'LDAP uid, username')},ou=people and CN=${plant('person', 'LDAP name, username')},OU=Sales,DC=corp`,
    `CONTOSO\\${plant('letters', 'Windows account, username')} is locked out`,
    `Error at /home/${plant('letters', 'home folder, username')}/app/index.js, C:\\Users\\${plant('letters', 'Windows folder, username')}\\app.js, file:///Users/${plant('letters', 'folder in a URL, username')}/app.js`,
    `could not connect postgres://db:${plant('letters', 'password in an address')}@localhost/users`,
    `could not connect Server=db;User Id=sa;Password=${plant('letters', 'connection string')};`,
    `User ${plant('dotted', 'dotted name, username')} not found, no such account: ${plant('dotted', 'dotted name after a colon, username')}`,
    `login failed, username: ${plant('letters', 'name after “username:”, username')}`,
    `Benutzer „${plant('person', 'German quotes, username')}“ existiert nicht, utilisateur «${plant('person', 'guillemets, username')}» inconnu, user \`${plant('letters', 'backticks, username')}\` unknown`,
    `Benutzer '${plant('person', 'German words, username')}' ist gesperrt`,
    `Your password is ${plant('letters', 'password after “is”')}.`,
    `Passwort: ${plant('letters', 'German password')} ist falsch`,
    `<password>${plant('letters', 'password in XML')}</password> is not valid`,
    `The verification code ${plant('digits', 'verification code')} has expired, OTP ${plant('digits', 'OTP')} too`,
    `Key (email)=(${plant('person', 'key of a database, username')}) already exists`,
    `client_secret=${plant('letters', 'labelled secret')} is wrong, Authorization: Bearer ${plant('letters', 'labelled token')} too`,
  ];
  return sentences.map((error_description) =>
    exchangeWith({
      status: 400,
      responseBody: bodyWith(json, JSON.stringify({ error: 'access_denied', error_description })),
    }),
  );
}
