export {
  DisclosureButton,
  QuietButton,
  useDisclosure,
  type DisclosureState,
} from './Disclosure';
export { GeneratedNote } from './GeneratedNote';
export { Panel } from './Panel';
export { VisuallyHidden } from './VisuallyHidden';
