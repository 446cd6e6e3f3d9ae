import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../language';
import { VisuallyHidden } from '../page';

/** Tells whoever hears the page that the level has changed under them. @public */
export function LevelAnnouncement(props: { label: string }) {
  const { label } = props;
  const { t } = useTexts();
  const before = useRef(label);
  const [message, setMessage] = useState('');
  useEffect(() => {
    if (before.current !== label) {
      before.current = label;
      setMessage(t('page.levelNow', { level: label }));
    }
  }, [label, t]);
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{message}</VisuallyHidden>
    </div>
  );
}
