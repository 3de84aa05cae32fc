'use client';
import { useT } from '#ui/langue/use-t.tsx';

/** S-027, S-031: where each figure is printed, in drawings of our own, with the same in words. */
export function AideNumero() {
  const t = useT();
  const dessins = [
    {
      fichier: 'carte',
      titre: t('Sur une carte de séjour ou un récépissé'),
      texte: t(
        'Le numéro étranger : la ligne de 10 chiffres au-dessus de votre signature (« numéro personnel », repère 1), ou les mêmes chiffres écrits verticalement sur le côté droit (repère 2). Sur un récépissé, il est écrit près de votre nom.',
      ),
    },
    {
      fichier: 'visa',
      titre: t('Sur un visa long séjour (VLS)'),
      texte: t('Le numéro du visa : en haut à droite de la vignette (repère 1). Les deux dates de validité sont dessous (repère 2).'),
    },
    {
      fichier: 'confirmation-vls-ts',
      titre: t('Sur la confirmation de validation d’un VLS-TS'),
      texte: t(
        'La référence : dans le document « Confirmation de la validation de l’enregistrement de votre VLS-TS » reçu par courriel (repère 1). Les deux dates sont celles du visa (repère 2).',
      ),
    },
  ];
  return (
    <details className="portail-question">
      <summary>
        <span aria-hidden="true" className="portail-question__signe">
          ?
        </span>
        {t('Où trouver ces renseignements ?')}
      </summary>
      {dessins.map(({ fichier, titre, texte }) => (
        <figure key={fichier} className="portail-dessin">
          <img
            src={`/titres/${fichier}.svg`}
            alt={t('Dessin d’un modèle fictif ; ce qu’il montre est écrit à côté.')}
            width={420}
            height={270}
            loading="lazy"
          />
          <figcaption>
            <strong>{titre}</strong>
            <br />
            {texte}
          </figcaption>
        </figure>
      ))}
    </details>
  );
}
