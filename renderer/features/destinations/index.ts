/** What other features may use of destinations. */
export { ProxySettings } from './proxy/ProxySettings.tsx';
