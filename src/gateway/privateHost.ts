const PRIVATE_V4 = /^(?:(?:127|10)(?:\.\d{1,3}){3}|(?:192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2})$/;
const PRIVATE_V6 = /^(?:::1|(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):[0-9a-f:]*(?:%\w+)?)$/;

/**
 * Whether a host name or an address reaches this machine or its own network only. `0.0.0.0` and `::` listen to everybody, so they are not; nor is
 * a name that only begins like an address, such as `10.0.0.1.example.com`.
 */
export function isPrivateHost(host: string): boolean {
  const bare = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/, '');
  return bare === 'localhost' || /\.(?:localhost|local)$/.test(bare) || PRIVATE_V4.test(bare) || PRIVATE_V6.test(bare);
}
