/** What the window and other features use of destinations. */
export { DestinationList } from './list/DestinationList.tsx';
export { ProxySettings } from './proxy/ProxySettings.tsx';
export { SecretFrame } from './form/SecretFrame.tsx';
