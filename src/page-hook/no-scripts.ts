/** For a browser whose pages get no hook: Firefox, which shows answers to `webRequest`. */
export const pageHookScripts = undefined;
