'use client';
// Shown when the layout itself fails: no header, no settings, nothing that could fail again.
import '#ui/layout/styles.ts';
import { PageErreur } from '#ui/feedback/page-erreur.tsx';
import { francais } from '#ui/langue/langues.ts';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="fr">
      <body>
        <title>{francais('Erreur inattendue')}</title>
        <main id="contenu">
          <PageErreur t={francais} titre={francais('Le service est momentanément indisponible')} code="500" numero={error.digest}>
            <p>{francais('Démonstration, service non officiel')}</p>
            <p>{francais('Rechargez la page dans quelques minutes. Ce que vous aviez enregistré est conservé.')}</p>
          </PageErreur>
        </main>
      </body>
    </html>
  );
}
