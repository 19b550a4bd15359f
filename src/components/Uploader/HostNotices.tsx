'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useHostLimits } from '../../react/useHostLimits.js';
import { Icon } from '../Icon/Icon.js';
import { Sentence } from '../Sentence/Sentence.js';

const link = (href: string | null) =>
  href === null
    ? undefined
    : (words: string): ReactElement => (
        <a data-look="link" data-part="account-link" href={href}>
          {words}
        </a>
      );

/** That a guest's files are deleted by themselves, and what to do about it, before they are sent. Renders a `<div>`, or nothing. */
export function GuestExpiryNotice(): ReactElement | null {
  const messages = useMessages();
  const account = useHostLimits()?.account;
  if (account?.kind !== 'guest' || account.guestExpiration === null || account.signUpUrl === null) return null;
  return (
    <div data-part="notice" data-look="notice" data-kind="guest-expiry" data-tone="neutral">
      <Icon name="clock" />
      <p data-part="notice-text">
        <span>
          <Sentence parts={messages['intake.guestExpires']} slots={{ signUp: link(account.signUpUrl) }} />
        </span>
      </p>
    </div>
  );
}

/** What a person should know of the host once files are stored: moderation, and how a guest keeps them. Renders `<div>`s, or nothing. */
export function HostNotices(): ReactElement | null {
  const messages = useMessages();
  const limits = useHostLimits();
  if (!limits) return null;
  const { account, isModerated } = limits;
  const isGuestWithDoor = account.kind === 'guest' && (account.signUpUrl !== null || account.signInUrl !== null);
  return (
    <>
      {isModerated && (
        <div data-part="notice" data-look="notice" data-kind="moderation" data-tone="neutral">
          <Icon name="eye" />
          <p data-part="notice-text">{messages['result.moderated']}</p>
        </div>
      )}
      {isGuestWithDoor && (
        <div data-part="notice" data-look="notice" data-kind="guest" data-tone="accent">
          <Icon name="user" />
          <p data-part="notice-text">
            <span>
              <Sentence parts={messages['result.guest']} slots={{ signUp: link(account.signUpUrl), signIn: link(account.signInUrl) }} />
            </span>
          </p>
        </div>
      )}
    </>
  );
}
