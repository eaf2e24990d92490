// Which endpoints belong to a server: RFC 8414 §2, RFC 8705 §5 (mtls_endpoint_aliases).
import { isJsonObject, stringMember, type JsonObject } from '../http/json.ts';
import { isAt } from '../http/url.ts';

/** The endpoints that a metadata document lists, their mutual-TLS aliases included. */
export function endpointsOf(document: JsonObject): readonly string[] {
  const aliases = document['mtls_endpoint_aliases'];
  return [document, isJsonObject(aliases) ? aliases : {}].flatMap((members) =>
    Object.keys(members).flatMap((name) =>
      /_(?:endpoint|iframe)$/.test(name) ? (stringMember(members, name) ?? []) : [],
    ),
  );
}

/** True when a metadata document lists this URL among its endpoints. */
export function listsEndpoint(document: JsonObject, url: string): boolean {
  return endpointsOf(document).some((endpoint) => isAt(endpoint, url));
}
