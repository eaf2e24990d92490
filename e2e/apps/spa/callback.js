import { manager, show } from './manager.js';

document.getElementById('renew').addEventListener('click', () => show(() => manager.signinSilent()));
await show(() => manager.signinCallback());
