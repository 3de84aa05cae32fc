import type { ReactNode } from 'react';
import { adresseEtape, type BaseDemarche } from '#domain/access/demarche.ts';
import type { Jalon } from '#domain/procedure/navigate.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Etapes } from '#ui/layout/etapes.tsx';
import { type Html, html } from '#ui/layout/html.ts';
import { Page } from '#ui/layout/page.tsx';

/** A numbered step; `ecran` when it holds several screens. */
export type JalonMontre = Pick<Jalon, 'titre' | 'estCourante' | 'ecran'>;

type Props = {
  jalons: readonly JalonMontre[];
  progression?: number;
  minutes?: number;
  /** sentence about who asks and what for (S-068) */
  contexte?: ReactNode;
  recapitulatif?: ReactNode;
  /** whom one fills for, when it is not oneself: the holder who gave a mandat, the minor represented */
  pour?: string | null;
  mineur?: string | null;
  alerte?: ReactNode;
  children: ReactNode;
};

/** What surrounds every etape: title, stepper, progress, time left, save notice (S-066 to S-078). */
export function Cadre({ jalons, progression, minutes, contexte, recapitulatif, pour, mineur, alerte, children }: Props) {
  const courante = jalons.findIndex((j) => j.estCourante) + 1;
  const ecran = jalons[courante - 1]?.ecran;
  return (
    <Page titre={t('Demander un titre de séjour')} ici={courante === 1 ? t('Demander ou renouveler un titre de séjour') : undefined}>
      <Etapes etapes={jalons.map((j) => t(j.titre))} courante={courante} />
      {ecran ? <p>{t('Écran {n} sur {total} de cette étape', { n: ecran.rang, total: ecran.total })}</p> : null}
      {alerte}
      {pour ? <Alerte ton="info">{t('Vous agissez pour {nom}, qui verra chacun de vos actes.', { nom: pour })}</Alerte> : null}
      {mineur ? <Alerte ton="info">{t('Cette demande est pour {nom} : répondez pour cette personne.', { nom: mineur })}</Alerte> : null}
      {contexte ? <p className="fr-text--bold">{contexte}</p> : null}
      {recapitulatif}
      {progression ? (
        <p className="fr-text--bold portail-progression">
          <progress max={100} value={progression} aria-hidden="true" />
          {t('Votre démarche en ligne est à {n}% terminée', { n: progression })}
        </p>
      ) : null}
      <ul className="portail-reperes" dangerouslySetInnerHTML={reperes(minutes, progression)} />
      {children}
    </Page>
  );
}

function reperes(minutes: number | undefined, progression: number | undefined): Html {
  const temps = minutes
    ? html`<li class="fr-icon-time-line">${t('Plus que')} <strong>${t('{n} minutes', { n: minutes })}</strong> ${t('pour finir votre démarche')}</li>`
    : null;
  const sauvegarde = html`
    <li class="fr-icon-save-line">
      ${t('Votre saisie est sauvegardée à la validation de chaque étape.')}${' '}
      ${t('Si vous quittez la télé-procédure vous pourrez la reprendre ultérieurement à la dernière étape enregistrée.')}${' '}
      <span class="portail-avec-scripts">${t('Ce que vous tapez est aussi gardé au fur et à mesure.')}</span>
    </li>`;
  return html`${temps}${progression === 100 ? null : sauvegarde}`;
}

/** The recap after step 1, with the way to change it (S-074, S-075). */
export function RecapitulatifSituation({
  base,
  situation,
  dossierId,
}: {
  base: BaseDemarche;
  situation: readonly string[];
  dossierId: string;
}) {
  const texte = html`
    <h2 class="fr-h6" id="situation-titre">${t('Merci, nous avons bien pris en compte votre situation.')}</h2>
    <ul>${situation.map((phrase) => html`<li>${t(phrase)}</li>`)}</ul>
    <a class="fr-link fr-icon-edit-line fr-link--icon-left" href="${adresseEtape(base, dossierId, 'situation')}">${t('Modifier ma situation')}</a>`;
  return <section className="portail-recapitulatif" aria-labelledby="situation-titre" dangerouslySetInnerHTML={texte} />;
}
