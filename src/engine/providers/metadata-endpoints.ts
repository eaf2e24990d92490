// Which endpoints belong to a server: RFC 8414 §2, RFC 8705 §5 (mtls_endpoint_aliases).
import { isJsonObject, stringMember, type JsonObject } from '../http/json.ts';
import { isAt } from '../http/url.ts';

/** The endpoints that a metadata document lists, their mutual-TLS aliases included. */
export function endpointsOf(document: JsonObject): readonly string[] {
  return listsOf(document).flatMap((members) =>
    Object.keys(members).flatMap((name) =>
      /_(?:endpoint|iframe)$/.test(name) ? (stringMember(members, name) ?? []) : [],
    ),
  );
}

/** The endpoint of one name, and its mutual-TLS alias. */
export function endpointsNamed(document: JsonObject, name: string): readonly string[] {
  return listsOf(document).flatMap((members) => stringMember(members, name) ?? []);
}

function listsOf(document: JsonObject): readonly JsonObject[] {
  const aliases = document['mtls_endpoint_aliases'];
  return isJsonObject(aliases) ? [document, aliases] : [document];
}

/** True when a metadata document lists this URL among its endpoints. */
export function listsEndpoint(document: JsonObject, url: string): boolean {
  return endpointsOf(document).some((endpoint) => isAt(endpoint, url));
}
