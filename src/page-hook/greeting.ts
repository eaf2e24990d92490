/** The private event by which one world of a page hands the other its end of a line, before any script of the page runs. */
export const greeting = 'grantscope-page-hook';
