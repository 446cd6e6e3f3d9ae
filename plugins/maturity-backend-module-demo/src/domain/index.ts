export * from './Story';
export * from './stories';
export * from './generatedEvents';
export * from './generateHistory';
