// S-204, S-205: the list of pieces, made on the fly from the rules that the dossier follows, with their version and date.
import type { Bloc } from '#adapters/pdf/bloc.ts';
import { jourLisible } from '#domain/jour.ts';
import { type BlocListe, type PieceListee, sectionsDeLaListe } from '#domain/procedure/liste.ts';
import { lien } from '#features/configuration/liens/catalogue.ts';
import type { ListeADelivrer } from '../queries.ts';
import type { Contenu } from '../schema.ts';

export function listeDesPieces({ procedure, version, effetLe, source, pieces, locale }: ListeADelivrer): Contenu {
  return {
    titre: procedure.titreListe,
    contenu: [
      { type: 'paragraphe', texte: [{ gras: 'Liste des documents justificatifs à fournir' }] },
      {
        type: 'paragraphe',
        texte: [
          'La liste exhaustive des pièces justificatives est disponible via ce lien : ',
          { lien: lien('ceseda'), texte: 'Code de l’entrée et du séjour des étrangers et du droit d’asile - Annexe 10' },
          '. Cette liste ne s’applique pas aux cas qui relèvent d’un accord international.',
        ],
      },
      {
        type: 'paragraphe',
        texte: [
          'Vous devrez fournir sous forme numérique tous les documents justificatifs demandés en vous assurant de leur lisibilité, ainsi que leur traduction lorsque ceux-ci sont rédigés en langue étrangère. Vous pouvez consulter la liste des traducteurs agréés en suivant ce lien : ',
          { lien: lien('traducteursAgrees'), texte: lien('traducteursAgrees') },
          '.',
        ],
      },
      {
        type: 'paragraphe',
        texte: 'Vous devez respecter les formats suivants : .jpg, .pdf, .png, .bmp, .tiff et ne pas dépasser 10 Mo par fichier.',
      },
      { type: 'paragraphe', texte: 'Les justificatifs marqués d’un * sont obligatoires.' },
      ...sectionsDeLaListe(procedure, pieces).flatMap((section): Bloc[] => [
        { type: 'titre', niveau: 2, texte: section.titre },
        ...section.blocs.flatMap((bloc, i) => blocs(bloc, section.titre, section.blocs[i - 1])),
      ]),
      {
        type: 'paragraphe',
        texte: [
          `Liste version ${version}, en vigueur depuis le ${jourLisible(effetLe)}. Source : ${source}.`,
          ...(locale?.codes.length
            ? [
                ` Avec les pièces ajoutées par votre préfecture : version ${locale.version}, en vigueur depuis le ${jourLisible(locale.effetLe)}.`,
              ]
            : []),
        ],
      },
    ],
  };
}

const memes = (a: string, b: string) => a.localeCompare(b, 'fr', { sensitivity: 'base' }) === 0;

/** A group is named once, and not when its section already bears its name. */
function blocs(bloc: BlocListe, section: string, precedent: BlocListe | undefined): Bloc[] {
  const aNommer = bloc.titre !== precedent?.titre && !memes(bloc.titre, section);
  return [
    ...(aNommer ? [{ type: 'titre' as const, niveau: 3 as const, texte: bloc.titre.toLocaleUpperCase('fr') }] : []),
    ...(bloc.si ? [{ type: 'paragraphe' as const, texte: [{ gras: `${bloc.si} :` }] }] : []),
    ...bloc.pieces.flatMap(piece),
  ];
}

function piece({ libelle, requis, aide, validiteMois, formats, consignes }: PieceListee): Bloc[] {
  const validite = validiteMois && `De moins de ${validiteMois} mois le jour du dépôt.`;
  const admis = formats && `Formats acceptés pour ce justificatif : ${formats.map((f) => `.${f}`).join(', ')}.`;
  const suite = [aide, validite, admis, ...consignes.map((c) => (c.cas ? undefined : c.phrase))]
    .filter((ligne) => ligne !== undefined)
    .map((ligne) => `\n${ligne}`);
  return [
    { type: 'paragraphe', texte: [{ gras: `${libelle}${requis ? ' *' : ''}` }, suite.join('')] },
    ...consignes.flatMap(({ cas, phrase, documents }): Bloc[] => [
      ...(cas ? [{ type: 'paragraphe' as const, texte: [{ gras: `${cas} : ` }, phrase] }] : []),
      ...(documents.length > 0 ? [{ type: 'liste' as const, elements: documents }] : []),
    ]),
  ];
}
