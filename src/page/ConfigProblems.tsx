import type { ReactElement } from 'react';

/** For the operator of the page, who is the one that can mend it; so it is not translated. */
export function ConfigProblems({ problems }: { readonly problems: readonly string[] }): ReactElement {
  return (
    <div className="page-problems" role="alert" lang="en" dir="ltr">
      <p>
        <strong>dropline.config.json is not valid.</strong> Uploads work, but no editor can open this page as a popup until it is mended:
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}
