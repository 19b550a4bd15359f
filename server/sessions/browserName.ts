import Bowser from 'bowser';

/** What people call the browser behind a User-Agent header, such as `Firefox on Android`; the header's own words where nobody knows it. */
export function browserName(agent: string): string {
  if (agent === '') return 'Unknown';
  const { browser, os } = Bowser.parse(agent);
  if (!browser.name) return agent;
  return os.name ? `${browser.name} on ${os.name}` : browser.name;
}
