import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'dropline/styles.css';
import './theme.css';
import { PictureDialog } from './PictureDialog';
import { PostForm } from './PostForm';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <PostForm />
    <PictureDialog />
  </StrictMode>,
);
