/** A token call as one program writes it, with the members that only it has or lacks. */
export interface Dialect {
  readonly creator: object;
  readonly pages?: readonly object[];
  readonly entry: object;
}

/** The form of the call. */
export const body = 'grant_type=authorization_code&code=k%2F1';
/** The answer as sent. */
export const answer = '{"error":"invalid_grant"}';
/** The media type of the form. */
export const formType = 'application/x-www-form-urlencoded';
/** What all write of the request. */
export const post = {
  method: 'POST',
  url: 'https://op.test/token',
  httpVersion: 'HTTP/2',
  cookies: [],
  queryString: [],
};
/** What all write of the answer. */
export const json = { size: 25, mimeType: 'application/json', text: answer };
/** The page that calls. */
export const origin = { name: 'Origin', value: 'https://app.test' };
/** The answer begins after 26 ms. */
export const timings = { blocked: 1, dns: -1, connect: 2, ssl: -1, send: 3, wait: 20, receive: 14 };
/** A page of a browser. */
export const page = (id: string): object => ({
  id,
  startedDateTime: '2027-01-15T08:00:00.000Z',
  title: 'https://app.test/',
  pageTimings: {},
});
/** The form, decoded. */
export const decoded = [
  { name: 'grant_type', value: 'authorization_code' },
  { name: 'code', value: 'k/1' },
];
/** The media type of the answer. */
export const typed = { name: 'content-type', value: 'application/json' };
