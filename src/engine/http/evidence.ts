/** Where in an exchange a fact stands. */
export type EvidencePart =
  | 'request'
  | 'url'
  | 'query'
  | 'fragment'
  | 'form'
  | 'request_header'
  | 'request_json'
  | 'status'
  | 'response_header'
  | 'redirect'
  | 'redirect_query'
  | 'redirect_fragment'
  | 'response_json'
  | 'response_body'
  | 'timing'
  | 'network_error';

/** A pointer into the traffic, never a copied value, so that what carries it cannot leak. */
export interface Evidence {
  readonly exchange: string;
  readonly part: EvidencePart;
  /** Parameter, header or member name; '' when the part is meant as a whole. */
  readonly name: string;
}
