// Which titre of the registre (titres.ts) a favourable decision makes, from the procedure and the words of what it grants. Null: the
// registre keeps the printed words alone, and a renewal is told by them.
import type { TypeTitre } from './titres.ts';

const VPF = 'Carte de séjour temporaire « vie privée et familiale »';
const VPF_LONGUE = 'Carte de séjour pluriannuelle « vie privée et familiale »';
const VPF_ALGERIEN = 'Certificat de résidence algérien « vie privée et familiale »';

/** Words that are those of one titre only, whatever the procedure. */
const PAR_LIBELLE: Readonly<Record<string, TypeTitre>> = {
  'Carte de résident': 'resident',
  'Carte de résident (accord franco-tunisien)': 'resident',
  'Carte de résident permanent': 'resident_permanent',
  'Carte de résident de longue durée – UE': 'resident_ue',
  'Certificat de résidence algérien': 'certificat_algerien_10_ans',
  'Certificat de résidence algérien « étudiant »': 'algerien_etudiant',
  'Certificat de résidence algérien « visiteur »': 'algerien_visiteur',
  'Carte de séjour temporaire « étudiant »': 'etudiant_temporaire',
  'Carte de séjour pluriannuelle « étudiant »': 'etudiant_pluriannuelle',
  'Carte de séjour pluriannuelle « étudiant-programme de mobilité »': 'etudiant_pluriannuelle',
  'Carte de séjour temporaire « visiteur »': 'visiteur',
  'Carte de séjour pluriannuelle « travailleur saisonnier »': 'saisonnier',
  'Carte de séjour pluriannuelle « talent (famille) »': 'talent_famille',
  'Carte de séjour pluriannuelle « bénéficiaire de la protection subsidiaire »': 'protection_subsidiaire',
  'Carte de séjour pluriannuelle « membre de la famille d’un bénéficiaire de la protection subsidiaire »': 'famille_protection_subsidiaire',
  'Carte de séjour « Directive 2004/38/CE – Séjour permanent – Toutes activités professionnelles »': 'ue_famille_permanent',
  'Carte de séjour « Citoyen UE/EEE/Suisse – Séjour permanent – Toutes activités professionnelles »': 'ue_permanent',
};

/** Words that several grounds share: the ground says which. First issue and renewal of a ground give the same titres. */
const PAR_MOTIF: Readonly<Record<string, Readonly<Record<string, TypeTitre>>>> = {
  'conjoint-de-francais': { [VPF]: 'conjoint_temporaire', [VPF_LONGUE]: 'conjoint_pluriannuelle', [VPF_ALGERIEN]: 'algerien_conjoint' },
  'parent-d-enfant-francais': { [VPF]: 'parent_temporaire', [VPF_LONGUE]: 'parent_pluriannuelle', [VPF_ALGERIEN]: 'algerien_parent' },
  'ne-en-france': { [VPF]: 'ne_en_france_temporaire', [VPF_LONGUE]: 'ne_en_france_pluriannuelle', [VPF_ALGERIEN]: 'algerien_ne_en_france' },
  'regroupement-familial': {
    [VPF]: 'regroupement_temporaire',
    [VPF_LONGUE]: 'regroupement_pluriannuelle',
    [VPF_ALGERIEN]: 'algerien_regroupement',
  },
  'victime-de-traite': { [VPF]: 'victime' },
  'ordonnance-de-protection': { [VPF]: 'ordonnance_protection' },
  'confie-a-l-ase': { [VPF]: 'ase' },
  soins: { [VPF]: 'soins' },
  refugie: { 'Carte de résident': 'refugie' },
  'famille-de-protege': { 'Carte de résident': 'famille_refugie' },
  'protection-renouvellement': { 'Carte de résident': 'refugie' },
};

/** Every card of these procedures bears one type, whatever the words. */
const PAR_PROCEDURE: Readonly<Record<string, TypeTitre>> = {
  talent: 'talent',
  'talent-renouvellement': 'talent',
  'citoyen-ue': 'ue_citoyen',
  'famille-ue': 'ue_famille',
};

/** `procedure`: its slug; `libelle`: what titreAccorde() says. */
export function typeDelivre(procedure: string, libelle: string): TypeTitre | null {
  const motif = procedure.replace(/-renouvellement$/, '');
  const propres = PAR_MOTIF[procedure] ?? PAR_MOTIF[motif];
  return PAR_PROCEDURE[procedure] ?? propres?.[libelle] ?? PAR_LIBELLE[libelle] ?? null;
}
