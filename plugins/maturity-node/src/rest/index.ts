export * from './RestReader';
export * from './readPullSettings';
export * from './readCursor';
export * from './repositoryNames';
