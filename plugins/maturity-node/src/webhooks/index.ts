export * from './headerOf';
export * from './readJsonBody';
export * from './readPayload';
export * from './secrets';
export * from './verifyStandardWebhook';
export * from './payloadParts';
export * from './configuredSources';
export * from './repositoryAlias';
