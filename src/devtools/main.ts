import { addPanel } from '../platform/add-panel.ts';

addPanel();
