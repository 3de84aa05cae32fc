import localFont from 'next/font/local';

/** Marianne, served from our own origin and preloaded. Italics are drawn by the browser: not worth 40 kB each. */
export const marianne = localFont({
  src: [
    { path: '../../../node_modules/@gouvfr/dsfr/dist/fonts/Marianne-Regular.woff2', weight: '400', style: 'normal' },
    { path: '../../../node_modules/@gouvfr/dsfr/dist/fonts/Marianne-Medium.woff2', weight: '500', style: 'normal' },
    { path: '../../../node_modules/@gouvfr/dsfr/dist/fonts/Marianne-Bold.woff2', weight: '700', style: 'normal' },
  ],
  variable: '--police',
  display: 'swap',
  fallback: ['arial', 'sans-serif'],
});
