import type { View } from '@selvedge/kernel/view/define-view.ts';

export const coreViews: readonly View[] = [];
