import type { ReactNode } from 'react';
import '../instruction/instruction.css';

export default function Layout({ children }: { children: ReactNode }) {
  return children;
}
