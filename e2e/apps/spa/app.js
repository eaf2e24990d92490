import { manager, show } from './manager.js';

const on = (id, work) => document.getElementById(id).addEventListener('click', () => void show(work));

on('redirect', () => manager.signinRedirect());
on('popup', () => manager.signinPopup());
on('renew', () => manager.signinSilent());
