import { useTexts } from '../../language';
import { DialogFrame } from '../dialogs/DialogFrame';
import { FactEvents, type FactEventsProps } from './FactEvents';

/** Options of {@link FactDialog}. @public */
export interface FactDialogProps extends FactEventsProps {
  onClose: () => void;
}

/** One fact and its events, where no number leads to it. @public */
export function FactDialog(props: FactDialogProps) {
  const { onClose, ...fact } = props;
  const { t } = useTexts();
  return (
    <DialogFrame title={t(`fact.${fact.fact.kind}`)} onClose={onClose}>
      <FactEvents {...fact} />
    </DialogFrame>
  );
}
