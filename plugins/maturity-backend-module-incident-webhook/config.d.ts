export interface Config {
  maturity?: {};
}
