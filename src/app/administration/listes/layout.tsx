import type { ReactNode } from 'react';
import './listes.css';

export default function Layout({ children }: { children: ReactNode }) {
  return children;
}
