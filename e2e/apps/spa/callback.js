import { manager, show } from './manager.js';

document.getElementById('renew').addEventListener('click', () => void show(() => manager.signinSilent()));
await show(() => manager.signinCallback());
