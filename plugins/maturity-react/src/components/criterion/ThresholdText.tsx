import type { ThresholdView } from '../../views';
import { VisuallyHidden } from '../page';

/** A threshold: its sign to the eye, its words to the ear. @public */
export function ThresholdText(props: { threshold: ThresholdView }) {
  return (
    <>
      <span aria-hidden="true">{props.threshold.sign}</span>
      <VisuallyHidden>{` ${props.threshold.words}`}</VisuallyHidden>
    </>
  );
}
