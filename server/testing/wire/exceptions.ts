export interface Exception {
  readonly reason: string;
  /** What this server answers instead. */
  readonly status: number;
  readonly code?: number | string;
}

const LENIENT_EXPIRATION = 'Defect: rubbish became five minutes. It is refused.';
const TEXT_ERROR_200 = 'Defect: a bare message with the status 200 looks like success. It has 400.';
const NO_UPLOADS_OFF = 'Setting: there is none that takes no uploads at all. Stop the server instead.';
const NO_GUESTS_OFF = 'Setting: there, guests that may not upload closed the API for everybody. Here the setting means guests alone.';
const NO_MAINTENANCE = 'Setting: there is no maintenance mode.';
const NO_PHP_LIMIT = 'Setting: there is no second limit below the largest file, so the reason is always told.';
const NO_FETCHING = 'Setting: addresses are not fetched.';

/** Every exchange that this server answers otherwise, and why: a defect, or a setting that it cannot have. */
export const EXCEPTIONS: Readonly<Record<string, Exception>> = {
  'e-guest-off': { reason: NO_GUESTS_OFF, status: 200 },
  'e-guest-off-admin': { reason: NO_GUESTS_OFF, status: 200 },
  'e-ini-size': { reason: NO_PHP_LIMIT, status: 400, code: 0 },
  'e-maintenance': { reason: NO_MAINTENANCE, status: 200 },
  'e-maintenance-nokey': { reason: NO_MAINTENANCE, status: 400, code: 100 },
  'e-multi': { reason: 'Defect: an HTML page with the status 500. Errors are always JSON.', status: 400, code: 130 },
  'e-post-max': { reason: NO_PHP_LIMIT, status: 200 },
  'e-post-max-keyparam': { reason: NO_PHP_LIMIT, status: 200 },
  'e-private-site': { reason: 'Setting: there is none that closes the whole site.', status: 200 },
  'e-txt-video': { reason: 'Defect: the message held a dump of a command with its paths.', status: 400, code: 600 },
  'e-uploads-off': { reason: NO_UPLOADS_OFF, status: 200 },
  'e-uploads-off-admin': { reason: NO_UPLOADS_OFF, status: 200 },
  'p-category-text': { reason: 'Defect: the message was raw SQL text.', status: 400, code: '22007' },
  'p-exp-bad': { reason: LENIENT_EXPIRATION, status: 400, code: 110 },
  'p-exp-neg': { reason: LENIENT_EXPIRATION, status: 400, code: 110 },
  's-format-redirect-error': { reason: TEXT_ERROR_200, status: 400 },
  's-format-txt-error': { reason: TEXT_ERROR_200, status: 400 },
  's-format-txt-nokey': { reason: TEXT_ERROR_200, status: 400 },
  's-url-admin': { reason: NO_FETCHING, status: 400, code: 403 },
  's-url-admin-public': { reason: NO_FETCHING, status: 400, code: 403 },
  's-url-get-admin': { reason: NO_FETCHING, status: 400, code: 403 },
  's-url-public-reachable': { reason: NO_FETCHING, status: 400, code: 403 },
  'x-noexif': { reason: 'Setting: accounts have none that drops metadata.', status: 200 },
};
