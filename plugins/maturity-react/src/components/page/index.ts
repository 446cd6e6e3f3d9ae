export { AsOfBanner } from './AsOfBanner';
export { CopyBlock } from './CopyBlock';
export {
  DisclosureButton,
  QuietButton,
  useDisclosure,
  type DisclosureState,
} from './Disclosure';
export { GeneratedNote } from './GeneratedNote';
export { IconWord, type IconWordProps } from './IconWord';
export { Panel } from './Panel';
export { readAsOf } from './readAsOf';
export { SettingProblems } from './SettingProblems';
export { TimeAgo } from './TimeAgo';
export { useDescriptionStyles } from './useDescriptionStyles';
export { useDeepLink, type DeepLink } from './useDeepLink';
export { useTableStyles } from './useTableStyles';
export { VisuallyHidden } from './VisuallyHidden';
