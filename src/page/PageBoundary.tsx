import { Component, type ReactNode } from 'react';

/** A fault of ours must not leave a blank page: it says what happened and what to do. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="page-main" role="alert">
        <h1>The upload page stopped</h1>
        <p>Something unforeseen went wrong here; what was uploaded before is stored. Reload the page to go on.</p>
        <p>
          <code>{error.message}</code>
        </p>
        <button type="button" onClick={() => location.reload()}>
          Reload
        </button>
      </main>
    );
  }
}
