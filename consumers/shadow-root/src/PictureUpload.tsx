import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Uploader } from 'dropline';
import { createGatewayClient } from 'dropline/core';
import css from 'dropline/styles.css?inline';

const client = createGatewayClient({ baseUrl: '/gateway' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

class PictureUpload extends HTMLElement {
  readonly #shadow = this.attachShadow({ mode: 'open' });
  #root: Root | undefined;

  connectedCallback() {
    this.#shadow.adoptedStyleSheets = [sheet];
    this.#root = createRoot(this.#shadow);
    this.#root.render(
      <StrictMode>
        <Uploader client={client} />
      </StrictMode>,
    );
  }

  disconnectedCallback() {
    this.#root?.unmount();
  }
}

customElements.define('picture-upload', PictureUpload);
