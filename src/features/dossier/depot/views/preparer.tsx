import { adresseOctets, type BaseDemarche } from '#domain/access/demarche.ts';
import { lien } from '#features/configuration/liens/catalogue.ts';
import { t } from '#ui/langue/t.ts';
import { html } from '#ui/layout/html.ts';

/** "PRÉPARER LES DOCUMENTS À FOURNIR" on steps 2 and 4 (S-079, S-080). */
export function PreparerDocuments({ base, dossierId }: { base: BaseDemarche; dossierId: string }) {
  const texte = html`
    <h2 class="fr-callout__title" id="preparer-titre">${t('Préparer les documents à fournir :')}</h2>
    <ul>
      <li>
        <strong>${t('Un numéro e-photo')}</strong><br>
        ${t('Pour connaître les photographes agréés près de chez vous, vous pouvez')}${' '}
        <a href="${lien('photographesAgrees')}">${t('consulter la carte de géolocalisation')}</a>.
      </li>
      <li>
        <strong>${t('Tous les documents justificatifs demandés selon votre situation.')}</strong><br>
        ${t(
          'Les documents doivent être lisibles, en français, sous forme numérique (.jpg, .pdf, .png, .bmp, .tiff), et ne pas dépasser une taille maximale de 10 Mo par fichier.',
        )}${' '}
        <a href="${lien('traducteursAgrees')}">${t('Consulter la liste des traducteurs agréés.')}</a>
      </li>
    </ul>
    <a class="fr-link fr-link--download portail-capitales" href="${adresseOctets(base, dossierId, `/api/demarches/${dossierId}/liste-des-pieces`)}" download>
      ${t('Télécharger la liste des pièces justificatives.')}<span class="fr-link__detail">${t('PDF')}</span>
    </a>`;
  return <section className="fr-callout portail-preparer" aria-labelledby="preparer-titre" dangerouslySetInnerHTML={texte} />;
}
