import { HelpDialog } from './HelpDialog.tsx';
import { SettingsDialog } from './settings/SettingsDialog.tsx';
import { PictureDialog } from './share/PictureDialog.tsx';
import { ShareDialog } from './share/ShareDialog.tsx';

/** Every dialog, by the name the store has for it; one file, which compresses better than four. */
export const dialogContents = {
  help: HelpDialog,
  settings: SettingsDialog,
  share: ShareDialog,
  picture: PictureDialog,
} as const;
