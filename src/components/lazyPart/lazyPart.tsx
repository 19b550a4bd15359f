'use client';
import { useEffect, useState, type ComponentType, type ReactElement, type ReactNode } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { Icon } from '../Icon/Icon.js';

type Lazy<Props> = ComponentType<Props & { readonly fallback?: ReactNode }> & {
  /** Loads it before it is shown, so that it is there when the connection is not. Resolves also when it did not come. */
  readonly preload: () => Promise<void>;
};

/**
 * A part of the box that is loaded when it is first shown, or before. Over a bad connection it may not come: that must not take the box down, as React's own
 * `lazy` would, so it can be asked for again.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let loaded: ComponentType<Props> | null = null;
  const loadOnce = async (): Promise<ComponentType<Props>> => (loaded ??= await load());

  function LazyPart({ fallback = null, ...props }: Props & { readonly fallback?: ReactNode }): ReactElement {
    const [Part, setPart] = useState(() => loaded);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      if (Part || hasFailed) return;
      let isCurrent = true;
      loadOnce().then(
        (part) => isCurrent && setPart(() => part),
        () => isCurrent && setFailed(true),
      );
      return () => void (isCurrent = false);
    }, [Part, hasFailed]);
    // What is left without `fallback` is what the part takes; the compiler cannot follow that.
    if (Part) return <Part {...(props as unknown as Props)} />;
    return hasFailed ? <NotLoaded onRetry={() => setFailed(false)} /> : <>{fallback}</>;
  }

  return Object.assign(LazyPart, {
    preload: () =>
      loadOnce().then(
        () => {},
        () => {},
      ),
  });
}

function NotLoaded({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const messages = useMessages();
  return (
    <div data-part="not-loaded" data-look="notice" data-tone="warning">
      <Icon name="offline" />
      <p data-part="notice-text" role="status">
        {messages['part.notLoaded']}
      </p>
      <div data-part="actions">
        <button type="button" data-part="load" data-look="button" data-size="s" onClick={onRetry}>
          <Icon name="retry" size="s" />
          {messages['tile.retry']}
        </button>
      </div>
    </div>
  );
}
