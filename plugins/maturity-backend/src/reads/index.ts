export { createReaders, type Readers } from './createReaders';
export { EntityReader } from './EntityReader';
