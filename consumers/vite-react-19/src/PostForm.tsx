import { Uploader } from 'dropline';
import { createGatewayClient } from 'dropline/core';

const client = createGatewayClient({ baseUrl: '/gateway' });

export function PostForm() {
  return (
    <form action="/posts" method="post">
      <input name="title" aria-label="Title" />
      <Uploader client={client} name="pictures" required />
      <button>Publish</button>
    </form>
  );
}
