export * from './result';
export * from './jsonObject';
export * from './canonicalJson';
export * from './isDeeperThan';
export * from './parseInstant';
export * from './normaliseEntityRef';
