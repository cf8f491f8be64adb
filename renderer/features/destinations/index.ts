/** What other features may use of destinations and their secret frame. */
export { ProxySettings } from './proxy/ProxySettings.tsx';
export { SecretFrame } from './form/SecretFrame.tsx';
