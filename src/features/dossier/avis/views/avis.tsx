// The opinions of one dossier: what was asked, what is awaited, what was answered.
import { AVIS } from '#domain/dossier/avis.ts';
import type { Saisine } from '#domain/dossier/commission.ts';
import type { SorteAvis } from '#domain/dossier/evenements.ts';
import type { Jour } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import { MentionCommission } from '../../instruction/views/commission.tsx';
import { dateLisible } from '../../instruction/views/dates.ts';
import { parentsDe } from '../../instruction/views/fil.ts';
import type { AvisLu } from '../queries.ts';
import { etatDeLAvis, nomDeLAvis } from './etat.tsx';
import { DemanderAvis, EnregistrerCertificat, RendreAvis } from './formulaires.tsx';

type Dossier = {
  id: string;
  numero: string;
  version: number;
  dernier?: string;
  demandeur: string;
  saisine: Saisine;
  attendOfii: boolean;
};
type Props = {
  dossier: Dossier;
  avis: readonly AvisLu[];
  jour: Jour;
  peutDemander: boolean;
  peutRendre: (sorte: SorteAvis) => boolean;
  fait: string | null;
};

const FAIT: Readonly<Record<string, string>> = {
  demande: 'L’avis est demandé.',
  certificat: 'La réception du certificat est enregistrée : les trois mois de l’OFII courent.',
  rendu: 'L’avis est enregistré.',
};

function Un({ avis, dossier, jour, peutRendre }: Omit<Props, 'avis' | 'fait' | 'peutDemander'> & { avis: AvisLu }) {
  const form = { id: dossier.id, version: dossier.version, dernier: dossier.dernier };
  const attendu = avis.sens === null;
  return (
    <section aria-labelledby={`avis-${avis.id}`}>
      <h2 className="fr-h5" id={`avis-${avis.id}`}>
        {nomDeLAvis(avis.sorte)} <Badge ton={attendu ? 'info' : 'success'}>{etatDeLAvis(avis, jour)}</Badge>
      </h2>
      <p>
        {t('Demandé le {date} par {agent} (CESEDA, art. {article}).', {
          date: dateLisible(avis.demandeLe),
          agent: avis.par,
          article: AVIS[avis.sorte].article,
        })}
      </p>
      <p className="agent-lettre">{t('Question : {texte}', { texte: avis.question })}</p>
      {avis.texte ? <p className="agent-lettre">{t('Avis : {texte}', { texte: avis.texte })}</p> : null}
      {avis.recueilliPar ? <p className="fr-text--sm">{t('Enregistré par {agent}.', { agent: avis.recueilliPar })}</p> : null}
      {attendu && peutRendre(avis.sorte) ? (
        <>
          {avis.sorte === 'ofii' && avis.departLe === null ? (
            <Repli titre={t('Enregistrer la réception du certificat')} niveau="h3">
              <EnregistrerCertificat dossier={form} avis={avis.id} />
            </Repli>
          ) : null}
          <Repli titre={t('Enregistrer l’avis rendu')} niveau="h3" ouvert={avis.sorte === 'fraude'}>
            <RendreAvis dossier={form} avis={avis.id} avecTexte={avis.sorte !== 'ofii'} />
          </Repli>
        </>
      ) : null}
    </section>
  );
}

const SORTES: readonly SorteAvis[] = ['commission', 'ofii', 'fraude', 'maire'];

export function VueAvis({ dossier, avis, jour, peutDemander, peutRendre, fait }: Props) {
  const attendus = avis.filter((a) => a.sens === null).map((a) => a.sorte);
  const sortes = SORTES.filter((s) => !attendus.includes(s) && (s !== 'ofii' || dossier.attendOfii));
  const annonce = FAIT[fait ?? ''];
  return (
    <Page titre={t('Avis')} parents={parentsDe(dossier)} largeur="texte">
      <p>{dossier.demandeur}</p>
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      <MentionCommission saisine={dossier.saisine} />
      {dossier.attendOfii ? (
        <Alerte ton="info">
          {t('Aucune décision ne peut être proposée avant l’avis du collège de médecins de l’OFII (CESEDA, art. L. 425-9).')}
        </Alerte>
      ) : null}
      {avis.length === 0 ? <p>{t('Aucun avis n’a été demandé.')}</p> : null}
      {avis.map((a) => (
        <Un key={a.id} avis={a} dossier={dossier} jour={jour} peutRendre={peutRendre} />
      ))}
      {peutDemander && sortes.length > 0 ? (
        <>
          <h2 className="fr-h5 agent-separe">{t('Demander un avis')}</h2>
          <DemanderAvis dossier={{ id: dossier.id, version: dossier.version, dernier: dossier.dernier }} sortes={sortes} />
        </>
      ) : null}
    </Page>
  );
}
