// Which endpoints belong to a server: RFC 8414 §2, RFC 8705 §5 (mtls_endpoint_aliases).
import { isJsonObject, type JsonObject } from '../http/json.ts';

/** True when a metadata document lists this URL (without query) among its endpoints or their mutual-TLS aliases. */
export function listsEndpoint(document: JsonObject, endpoint: string): boolean {
  const aliases = document['mtls_endpoint_aliases'];
  return lists(document, endpoint) || (isJsonObject(aliases) && lists(aliases, endpoint));
}

function lists(members: JsonObject, endpoint: string): boolean {
  return Object.entries(members).some(([name, value]) => name.endsWith('_endpoint') && value === endpoint);
}
