import type { NextConfig } from 'next';

const config: NextConfig = {
  // A folder that runs alone: what `npm start` serves is what the container image ships.
  output: 'standalone',
  // The clone is the root, even when a folder above it also has a lock file.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`, tests included: a mistake in a test must not prevent the portal from starting.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  devIndicators: false,
  // Asked by browsers and robots whatever the pages say: not worth a page « non trouvée ».
  async redirects() {
    return [{ source: '/favicon.ico', destination: '/favicon.svg', permanent: true }];
  },
  // Static files do not go through src/proxy.ts, which sends the headers of everything else.
  async headers() {
    const communs = [
      { key: 'X-Content-Type-Options', value: 'nosniff' },
      { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      { key: 'Content-Security-Policy', value: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" },
    ];
    return [
      { source: '/_next/static/:chemin*', headers: communs },
      ...['/pictogrammes/:chemin*', '/etat/:chemin*', '/favicon.svg'].map((source) => ({
        source,
        headers: [...communs, { key: 'Cache-Control', value: 'public, max-age=86400' }],
      })),
    ];
  },
  // Native binaries, files read beside the code, or instances shared by the whole process: left to Node's own resolution.
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@signpdf/signpdf',
    '@signpdf/utils',
    'argon2',
    'bwip-js',
    'node-forge',
    'nodemailer',
    'pdfkit',
    'pg',
    'pg-boss',
    'pino',
    'prom-client',
    'sharp',
  ],
  // Read at run time by path, so the tracer cannot see them: fonts of the PDFs, standard fonts of pdfkit.
  outputFileTracingIncludes: {
    '/*': [
      'node_modules/@gouvfr/dsfr/dist/fonts/*',
      'node_modules/pdfkit/js/data/*',
      'node_modules/@etalab/decoupage-administratif/data/communes.json',
    ],
  },
  outputFileTracingExcludes: { '/*': ['.donnees/**', '.next/cache/**', 'tests/**', 'e2e/**', 'scripts/**', 'test-results/**'] },
};

export default config;
