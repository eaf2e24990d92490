import type { JSX } from 'preact';
import type { Evidence } from '../../../engine/diagnosis/report.ts';
import { Icon } from '../../components/Icon.tsx';
import { Menu, type MenuItem } from '../../components/Menu.tsx';
import type { Store } from '../../store/create-store.ts';
import type { Recording } from '../../store/recording.ts';

/** Tells whether everything is masked, and masks again what is not, all of it or one by one. */
export function MaskMenu({ store }: { readonly store: Store }): JSX.Element {
  const recording = store.recording.value;
  const shown = recording.revealed.value;
  return (
    <Menu
      name="Masking"
      title="What is masked, and what is shown in full"
      className={shown.length > 0 ? 'unmasked' : undefined}
      items={shown.length === 0 ? [nothingShown] : itemsFor(shown, recording)}
    >
      <Icon name={shown.length === 0 ? 'locked' : 'unlocked'} />{' '}
      {shown.length === 0 ? 'Masked' : `${shown.length} shown`}
    </Menu>
  );
}

const nothingShown: MenuItem = {
  title: 'Every secret is masked',
  why: 'Here, in every copy and in every file. “Show” beside a value shows that one.',
  choose: undefined,
};

function itemsFor(shown: readonly Evidence[], recording: Recording): readonly MenuItem[] {
  const steps = recording.flows.value.flatMap((flow) => flow.steps);
  return [
    { title: 'Mask everything again', why: 'The key m does the same', choose: recording.maskAll },
    ...shown.map((at, index) => ({
      title: `${index + 1}. Mask ${recording.text(at.name)}`,
      why: steps.find(({ exchange }) => exchange === at.exchange)?.label ?? 'In no step',
      choose: () => recording.mask(at),
    })),
  ];
}
