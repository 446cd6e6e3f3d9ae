export { ImportsPanel, type ImportsPanelProps } from './ImportsPanel';
export { useFileImport, type FileImport } from './useFileImport';
