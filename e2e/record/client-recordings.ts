import { basic, textOf, type GrantRecording } from './play.ts';

const credentials = { grant_type: 'client_credentials', scope: 'orders' };
const wanted = {
  redirect_uris: [],
  response_types: [],
  grant_types: ['client_credentials'],
  client_name: 'A new daemon',
};

/** Clients that register themselves. */
export const clientRecordings: readonly GrantRecording[] = [
  {
    name: 'registration',
    truth: 'A client registers itself and gets a token with the secret it was given.',
    kind: 'client_credentials',
    outcome: 'succeeded',
    async play({ call }) {
      const { body } = await call('/reg', JSON.stringify(wanted));
      await call('/token', credentials, basic(textOf(body['client_id']), textOf(body['client_secret'])));
    },
  },
  {
    name: 'registration-refused',
    truth: 'A client registers a redirect_uri with a fragment.',
    kind: 'registration',
    outcome: 'failed',
    cause: 'request_malformed',
    async play({ call }) {
      await call(
        '/reg',
        JSON.stringify({ redirect_uris: ['https://shop.example/#cb'], grant_types: ['authorization_code'] }),
      );
    },
  },
];
