import { breakTokenCalls, faultOfThisTab } from './faults.js';

const { UserManager, WebStorageStateStore } = globalThis.oidc;
const fault = faultOfThisTab();

const remembers = new WebStorageStateStore({ store: globalThis.localStorage });
/** A common mistake: the login's state is put back, so that a reload redeems the code again. */
const neverForgets = {
  get: (key) => remembers.get(key),
  set: (key, value) => remembers.set(key, value),
  getAllKeys: () => remembers.getAllKeys(),
  remove: (key) => remembers.get(key),
};

breakTokenCalls(fault);

/** The app's only use of OAuth: the real library, with the tab's fault. */
export const manager = new UserManager({
  authority: globalThis.settings.tenantA,
  client_id: 'spa',
  redirect_uri: `${location.origin}/callback.html`,
  silent_redirect_uri: `${location.origin}/silent.html`,
  scope: 'openid profile',
  loadUserInfo: true,
  automaticSilentRenew: false,
  stateStore: fault.keepsState === true ? neverForgets : remembers,
  ...fault.settings,
});

/** Does `work` and says on the page how it ended. */
export async function show(work) {
  const status = document.querySelector('[role=status]');
  try {
    const user = await work();
    if (user) status.textContent = `Signed in as ${user.profile.sub}.`;
  } catch (error) {
    status.textContent = `Failed: ${error.message}`;
  }
}
