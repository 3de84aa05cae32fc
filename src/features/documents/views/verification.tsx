import { jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { Verification } from '../loaders.ts';

/** A third party checks a document by its code. A plain form: it works before and without scripts. */
export function VueVerification({ saisi, resultat }: Verification) {
  return (
    <Page
      titre={t('Vérifier un document')}
      largeur="texte"
      chapo={
        <p>
          {t(
            'Un document délivré par ce portail porte un code de vérification. Saisissez-le pour savoir si le document est authentique et toujours valide.',
          )}
        </p>
      }
    >
      <Resultat resultat={resultat} />
      <form method="get" action="/verification">
        <ChampTexte
          nom="code"
          libelle={t('Code de vérification')}
          aide={t('12 lettres et chiffres, imprimés près du code QR. Les espaces et les tirets ne comptent pas.')}
          defaultValue={saisi}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          requis
          t={t}
        />
        <button type="submit" className="fr-btn">
          {t('Vérifier')}
        </button>
      </form>
    </Page>
  );
}

function Resultat({ resultat }: Pick<Verification, 'resultat'>) {
  if (resultat === 'rien') return null;
  if (resultat === 'trop')
    return (
      <Alerte ton="warning" titre={t('Trop de vérifications')} niveau="h2" annoncer>
        {t('Attendez dix minutes, puis recommencez.')}
      </Alerte>
    );
  if (resultat === 'inconnu')
    return (
      <Alerte ton="error" titre={t('Document inconnu')} niveau="h2" annoncer>
        {t(
          'Aucun document ne porte ce code. Vérifiez chaque caractère ; si le code est bien celui du document, ce document ne vient pas de ce portail.',
        )}
      </Alerte>
    );
  const { etat, nom, numero, produitLe, finLe } = resultat;
  const fin = finLe ? jourLisible(finLe) : null;
  return (
    <>
      {etat === 'valide' ? (
        <Alerte ton="success" titre={t('Document valide')} niveau="h2" annoncer>
          {t('Ce document a bien été délivré par ce portail, et il est toujours valide.')}
        </Alerte>
      ) : etat === 'revoque' ? (
        <Alerte ton="error" titre={t('Document non valide (révoqué)')} niveau="h2" annoncer>
          {t('Ce document a été délivré par ce portail, puis retiré : il ne prouve plus rien.')}
        </Alerte>
      ) : (
        <Alerte ton="error" titre={t('Document non valide (échu)')} niveau="h2" annoncer>
          {t('Ce document a été délivré par ce portail, mais il a cessé de produire effet : sa durée est passée, ou le titre a été remis.')}
        </Alerte>
      )}
      <ListeResume
        lignes={[
          { terme: t('Document'), valeur: t(nom) },
          { terme: t('Délivré le'), valeur: jourLisible(produitLe) },
          ...(fin ? [{ terme: etat === 'revoque' ? t('Révoqué le') : t('Valable jusqu’au'), valeur: fin }] : []),
          ...(numero ? [{ terme: t('N° de la demande'), valeur: numero }] : []),
        ]}
      />
      <p>
        {t('Comparez ces informations avec le document que vous avez en main. Pour protéger la personne, rien d’autre n’est affiché ici.')}
      </p>
    </>
  );
}
