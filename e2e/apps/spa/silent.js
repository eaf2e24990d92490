import { manager } from './manager.js';

await manager.signinCallback();
