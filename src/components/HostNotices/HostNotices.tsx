'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useHostLimits } from '../../react/useHostLimits.js';
import { Icon } from '../Icon/Icon.js';
import type { Album, HostLimits } from '../../api/contract.js';
import { Sentence } from '../Sentence/Sentence.js';
import { AlbumPrompt } from '../AlbumPrompt/AlbumPrompt.js';

/** Where an app wants its guests to go, instead of the host's own pages. */
export interface AccountLinks {
  readonly signUpUrl?: string | null;
  readonly signInUrl?: string | null;
}

export interface GuestExpiryNoticeProps {
  readonly accountLinks?: AccountLinks;
}

export interface HostNoticesProps extends GuestExpiryNoticeProps {
  /** Albums to choose from where the host cannot list them. */
  readonly albums?: readonly Album[];
}

const NO_LINKS: AccountLinks = {};

const link = (href: string | null) =>
  href === null
    ? undefined
    : (words: string): ReactElement => (
        <a data-look="link" data-part="account-link" href={href}>
          {words}
        </a>
      );

/** That a guest's files are deleted by themselves, and what to do about it, before they are sent. Renders a `<div>`, or nothing. */
export function GuestExpiryNotice({ accountLinks = NO_LINKS }: GuestExpiryNoticeProps): ReactElement | null {
  const messages = useMessages();
  const limits = useHostLimits();
  if (limits?.account.kind !== 'guest' || limits.account.guestExpiration === null) return null;
  const { signUpUrl } = { ...limits.account, ...accountLinks };
  if (signUpUrl === null) return null;
  return (
    <div data-part="notice" data-look="notice" data-kind="guest-expiry" data-tone="neutral">
      <Icon name="clock" />
      <p data-part="notice-text">
        <span>
          <Sentence parts={messages['intake.guestExpires']} slots={{ signUp: link(signUpUrl) }} />
        </span>
      </p>
    </div>
  );
}

/**
 * What a person should know once files are stored: moderation, how a guest keeps them, and the way into an album. Renders `<div>`s, or nothing.
 * @attr data-part="notice"   @attr data-kind moderation | guest | guest-expiry
 */
export function HostNotices({ accountLinks = NO_LINKS, albums }: HostNoticesProps): ReactElement {
  const messages = useMessages();
  const limits = useHostLimits();
  return (
    <>
      {limits?.isModerated && (
        <div data-part="notice" data-look="notice" data-kind="moderation" data-tone="neutral">
          <Icon name="eye" />
          <p data-part="notice-text">{messages['result.moderated']}</p>
        </div>
      )}
      {limits?.account.kind === 'guest' && <GuestNotice {...limits.account} {...accountLinks} />}
      <AlbumPrompt {...(albums && { albums })} />
    </>
  );
}

/** Where nobody can open an account, it asks for none. */
function GuestNotice({ signUpUrl, signInUrl }: Pick<HostLimits['account'], 'signUpUrl' | 'signInUrl'>): ReactElement | null {
  const messages = useMessages();
  if (signUpUrl === null && signInUrl === null) return null;
  const words =
    signUpUrl === null ? (
      <Sentence parts={messages['result.guestSignIn']} slots={{ signIn: link(signInUrl) }} />
    ) : (
      <Sentence parts={messages['result.guest']} slots={{ signUp: link(signUpUrl), signIn: link(signInUrl) }} />
    );
  return (
    <div data-part="notice" data-look="notice" data-kind="guest" data-tone="accent">
      <Icon name="user" />
      <p data-part="notice-text">
        <span>{words}</span>
      </p>
    </div>
  );
}
