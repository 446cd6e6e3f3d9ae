export { examplePolicyModule } from './examplePolicyModule';
