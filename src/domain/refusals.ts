// Every refusal that the portal can give, with its sentence. Details in braces are filled by `phraseDuRefus`.

export const REFUS = {
  procedure_fermee:
    'Cette démarche ne se commence pas sur le portail aujourd’hui. Sa fiche, dans « Quelle démarche me concerne ? », dit depuis quand, et où s’adresser.',
  reference_modifiee:
    'Quelqu’un a modifié ce brouillon pendant que vous écriviez. Rien n’a été écrasé : ce que vous avez tapé est gardé ci-dessous, comparez avant d’enregistrer.',
  reference_incomplete: 'Ce brouillon n’est pas complet : enregistrez-le d’abord, les champs à corriger seront indiqués.',
  reference_sans_changement: 'Ce brouillon ne change rien à ce qui sera en vigueur ce jour-là.',
  reference_en_vigueur: 'Cette version est déjà en vigueur : elle ne se retire pas, publiez-en une autre.',
  effet_passe: 'Choisissez aujourd’hui ou un jour à venir.',
  introuvable: "Ce dossier n'existe pas ou vous n'y avez pas accès.",
  non_autorise: "Vous n'êtes pas autorisé à faire cette action.",
  droit_non_confie:
    'La personne que vous représentez ne vous a pas confié ce droit : elle seule peut faire cette action, ou changer le mandat.',
  mandat_fin: 'Choisissez un dernier jour entre aujourd’hui et dans {mois} mois.',
  mandat_a_soi: 'Cette adresse est la vôtre : indiquez celle de la personne qui vous aide.',
  mandat_deja_donne: 'Cette personne a déjà un mandat pour cette demande. Mettez-y fin avant d’en donner un autre.',
  mandat_autre_adresse:
    'Ce mandat a été proposé à une autre adresse électronique. Connectez-vous avec le compte de cette adresse, ou demandez un mandat pour la vôtre.',
  statut_incompatible: "Cette action n'est plus possible : l'état du dossier a changé. Rechargez la page pour voir où il en est.",
  modifie_ailleurs:
    'Ce dossier vient d’être modifié ailleurs (autre onglet, autre appareil ou autre personne). Rien n’a été écrasé : rechargez la page, puis recommencez.',
  dossier_change:
    'Ce dossier a changé depuis que vous l’avez ouvert : {quoi}. Rien n’a été écrasé et votre saisie est toujours ici : relisez-la, puis recommencez si elle convient.',
  saisie_en_conflit: 'Cette étape a été modifiée dans un autre onglet ou sur un autre appareil. Choisissez ce que vous voulez garder.',
  saisie_trop_longue: 'Ce que vous avez écrit dans cette étape est trop long pour être gardé. Raccourcissez-le, puis recommencez.',
  sans_blocage: 'Le portail n’a pas constaté trois échecs sur cette étape : décrivez votre problème dans le formulaire de contact.',
  blocage_deja_atteste: 'Cette attestation vient de vous être délivrée : elle est dans « Mon compte ».',
  etape_non_atteinte: "Terminez d'abord les étapes précédentes.",
  etapes_incompletes: 'Votre demande est incomplète : reprenez l’étape « {etape} ».',
  pieces_manquantes: 'Il manque des justificatifs obligatoires : {pieces}.',
  liste_changee: 'La liste des justificatifs a changé depuis votre dernière visite : vérifiez l’étape « Justificatifs ».',
  liste_plus_brouillon:
    'Cette version vient d’être publiée ou abandonnée par quelqu’un d’autre. Rechargez la page pour voir où elle en est.',
  liste_modifiee_ailleurs:
    'Ce brouillon a changé depuis que vous l’avez ouvert – {quoi}. Rien n’a été écrasé et votre saisie est toujours ici : relisez-la, puis enregistrez à nouveau si elle convient.',
  piece_inconnue: 'Cette pièce n’est plus dans le brouillon.',
  code_de_piece_pris: 'Ce code est déjà celui d’une autre pièce de cette démarche.',
  code_de_piece_publie: 'Le code d’une pièce publiée ne change plus : des fichiers y sont attachés.',
  effet_aujourdhui: 'Une liste prend effet demain au plus tôt. Pour aujourd’hui, dites pourquoi cela ne peut pas attendre.',
  effet_avant_la_suivante: 'Une version publiée prend effet le {jour} : choisissez ce jour ou un jour suivant, ou retirez-la d’abord.',
  liste_sans_changement: 'Cette version est la même que la précédente : il n’y a rien à publier.',
  liste_refusee: 'Cette liste a des problèmes ({nombre}) : corrigez-les, chacun est montré avec sa place.',
  liste_deja_suivie: 'Cette version est en vigueur, ou l’a été : des demandes la suivent. Publiez-en une autre pour la remplacer.',
  brouillon_de_liste_existe: 'Un brouillon est déjà en cours pour cette liste : abandonnez-le ou publiez-le d’abord.',
  email_non_confirme: 'Confirmez votre adresse électronique et créez votre mot de passe avant d’envoyer votre demande.',
  dossier_deja_ouvert:
    'Vous avez déjà une demande en cours pour ce motif : n° {numero}. Suivez-la dans « Mon compte », ou contactez-nous si c’est une erreur.',
  brouillon_deja_ouvert: 'Vous avez déjà commencé une demande pour cette situation : reprenez-la dans « Mon compte », ou abandonnez-la.',
  adresse_sans_prefecture:
    'Nous ne trouvons pas la préfecture de cette adresse. Vérifiez le code postal à l’étape « Informations personnelles ».',
  nationalite_francaise: 'Une personne de nationalité française n’a pas besoin de titre de séjour : cette démarche ne vous concerne pas.',
  representation_requise: 'Cette demande se fait pour un enfant : dites qui vous êtes et comment il s’appelle.',
  procedure_inconnue: "Cette démarche n'est pas encore ouverte sur ce portail.",
  emplacement_inconnu: 'Ce justificatif ne fait pas partie de votre liste.',
  format_non_admis: 'Ce format n’est pas accepté pour ce justificatif : ceux qui le sont sont écrits avec lui.',
  delai_trop_court: 'Choisissez un jour après le {jour}, fin du délai que la personne a déjà.',
  delai_trop_long: 'Choisissez un jour au plus tard le {jour} : vous pourrez prolonger encore.',
  recommande_hors_periode: 'La lettre a été notifiée entre le jour de la demande de complément et aujourd’hui.',
  lettre_a_venir: 'La lettre ne peut pas être datée d’un jour à venir.',
  message_vide: 'Écrivez votre message.',
  ajout_vide: 'Joignez un fichier ou écrivez un message.',
  message_parti: 'Ce message est déjà parti : la personne l’a reçu. Écrivez-lui de nouveau pour le corriger.',
  trop_de_fichiers_message: 'Vous pouvez joindre 3 fichiers au maximum à un message. Envoyez celui-ci, puis continuez dans un autre.',
  fichier_introuvable: "Ce fichier n'existe plus.",
  piece_deja_jointe: 'Vous avez déjà joint un fichier pour ce justificatif : supprimez-le d’abord si vous préférez l’ancien.',
  trop_de_fichiers:
    'Vous pouvez joindre 3 fichiers au maximum pour un même justificatif. Supprimez un fichier avant d’en joindre un autre.',
  variante_inconnue: 'Choisissez une des réponses proposées.',
  ephoto_inconnu: "Ce numéro ephoto n'est pas reconnu. Vérifiez-le sur votre planche de photos.",
  ephoto_expire: 'Ce numéro ephoto a expiré : il faut refaire une photo chez un photographe agréé.',
  ephoto_deja_utilise: 'Ce numéro ephoto a déjà servi pour une autre demande : il faut une nouvelle photo.',
  ephoto_format: 'Un numéro ephoto comporte 21, 22 ou 32 lettres et chiffres. Recopiez-le tel qu’il figure sur la planche.',
  representant_attendu: 'Cette démarche se fait pour un mineur : dites d’abord qui il est et comment vous le représentez.',
  periode_fermee:
    'Le délai de {mois} mois est passé depuis le {depuis} (CESEDA, art. {article}) : cette démarche ne se fait plus en ligne. Écrivez à votre préfecture, ou au centre de contact si la date est fausse.',
  titre_finit_bientot: 'Votre titre finit le {fin} : demandez plutôt son renouvellement, avec votre nouvelle situation.',
  titre_autre: 'Cette démarche ne concerne pas le titre que l’administration connaît ({titre}). Si c’est une erreur, contactez-nous.',
  entree_hors_visa:
    'La date d’entrée en France est hors de la validité de votre visa, du {debut} au {fin}. Corrigez-la si elle est fausse ; sinon, contactez-nous.',
  timbre_inconnu: 'Ce numéro de timbre n’est pas reconnu. Vérifiez les 16 chiffres sur votre courriel, votre SMS ou votre document.',
  timbre_deja_utilise: 'Ce timbre a déjà servi pour une autre demande : il en faut un nouveau.',
  timbre_format: 'Un timbre fiscal électronique porte 16 chiffres. Recopiez-les tous, avec ou sans espaces.',
  timbre_montant: 'Ce timbre vaut {trouve}, il en faut un de {attendu}. Achetez-en un du bon montant ; l’autre vous est remboursable.',
  complement_deja_ouvert: 'Une demande de complément est déjà ouverte sur ce dossier : attendez sa réponse.',
  complement_ferme: 'Vous avez déjà répondu à cette demande de complément.',
  complement_sans_element: 'Cochez au moins une pièce, ou demandez une information.',
  complement_incomplet: 'Répondez à chaque élément demandé avant d’envoyer.',
  complement_en_attente: 'Une demande de complément attend la réponse de la personne : la proposition viendra après.',
  numero_etranger_manquant: 'Attribuez d’abord un numéro étranger à cette personne.',
  numero_deja_attribue: 'Cette personne a déjà un numéro étranger.',
  numero_etranger_inconnu: 'Aucune personne ne porte ce numéro étranger. Vérifiez les dix chiffres.',
  numero_rattache_ailleurs:
    'Ce numéro étranger appartient déjà à une personne qui a un autre compte. Demandez-lui de se connecter avec ce compte.',
  pieces_non_verifiees: 'Vérifiez d’abord chaque pièce du dossier.',
  motif_requis: 'Indiquez les motifs de droit et de fait (CRPA, art. L. 211-2 et L. 211-5).',
  meme_personne: 'La personne qui propose ne peut pas signer : une autre doit relire la décision.',
  delegation_absente: 'Vous n’avez pas de délégation de signature : demandez à votre administrateur local de l’enregistrer.',
  delegation_autre_sorte: 'Votre délégation de signature ne couvre pas cette sorte de décision : une autre personne doit la signer.',
  delegation_a_venir: 'Votre délégation de signature pour ces décisions n’a pas encore pris effet.',
  delegation_echue: 'Votre délégation de signature pour ces décisions est arrivée à son terme : demandez qu’elle soit renouvelée.',
  delegation_revoquee: 'Votre délégation de signature pour ces décisions a été révoquée.',
  delegation_deja_revoquee: 'Cette délégation est déjà révoquée.',
  delegataire_sans_role: 'Cette personne n’a pas le rôle de valideur : donnez-le lui d’abord.',
  acces_deja_restreint: 'L’accès à ce dossier est déjà restreint.',
  acces_non_restreint: 'L’accès à ce dossier n’est pas restreint.',
  agent_non_habilitable: 'Un des agents choisis ne peut pas être habilité : il doit être actif, de cette préfecture, et lire des dossiers.',
  agent_introuvable: 'Cet agent n’existe pas, ou il n’est pas de votre ressort.',
  agent_modifie_ailleurs: 'Une autre personne vient de modifier cet agent. Rien n’a été écrasé : rechargez la page, puis recommencez.',
  agent_inactif: 'Cet agent est désactivé.',
  soi_meme: 'Vous ne pouvez pas modifier vos propres droits : demandez à un autre administrateur.',
  role_non_attribuable: 'Vous ne pouvez pas donner ni retirer ce rôle.',
  roles_incompatibles:
    'Ces rôles ne vont pas ensemble : gérer les agents, lire les dossiers, contrôler les lectures et répondre aux usagers sont des comptes séparés.',
  prefecture_requise: 'Choisissez une préfecture : ces rôles s’exercent dans une préfecture.',
  remplacant_impossible: 'Choisissez un remplaçant actif de la même préfecture, autre que la personne absente.',
  demande_inconnue: 'Aucune demande déposée ne porte ce numéro. Vérifiez les dix-neuf chiffres.',
  bris_sans_controle:
    'Personne ne tient aujourd’hui le rôle de protection des données : un dossier ne peut pas être ouvert sans que ce rôle soit prévenu.',
  cloture_sans_complement:
    'Une clôture demande une demande de complément restée sans réponse après son délai, ou une demande irrecevable : rien ne le montre encore sur ce dossier.',
  deja_en_charge: 'Ce dossier est déjà suivi par un agent : demandez au chef de bureau de vous l’attribuer.',
  agent_sans_instruction: 'Choisissez un instructeur actif de cette préfecture : lui seul peut avoir un dossier en charge.',
  agent_non_habilite: 'Ce dossier a un accès restreint et cet agent n’y est pas habilité : habilitez-le d’abord.',
  regle_sans_agent: 'Cochez au moins un agent : sans lui, la règle ne donnerait les dossiers à personne.',
  commission_requise:
    'Ce refus demande d’abord l’avis de la commission du titre de séjour (CESEDA, art. L. 432-13). Elle n’est pas saisie si une condition du titre manque : dites-le alors sous « Pourquoi ce refus ».',
  avis_ofii_requis: 'Cette décision se prend après l’avis du collège de médecins de l’OFII (CESEDA, art. L. 425-9) : demandez-le d’abord.',
  avis_deja_demande: 'Cet avis est déjà demandé et attendu : enregistrez-le quand il sera rendu.',
  avis_inconnu: 'Cet avis n’est plus attendu : rechargez la page pour voir où il en est.',
  avis_jour: 'Ce jour est avant la demande d’avis, ou après aujourd’hui.',
  lettre_partie_vide: 'La partie « {partie} » de la lettre est vide : écrivez-la, ou reprenez le modèle.',
  lettre_a_completer: 'Dans « {partie} », il reste un passage à remplacer : {passage}',
  lettre_alteree: 'Le texte de cette décision n’est plus celui qui a été proposé : renvoyez-la à l’instructeur.',
  cloture_sans_piece: 'Cochez au moins une pièce qui manque, avec son texte et ce qu’elle empêche d’examiner.',
  transfert_meme_prefecture: 'Ce dossier est déjà dans cette préfecture.',
  prefecture_inconnue: 'Choisissez une préfecture de la liste.',
  attestation_non_due: 'Cette démarche ne donne pas d’attestation de prolongation de l’instruction.',
  attestation_pas_encore_due:
    'L’attestation de prolongation n’est pas due aujourd’hui : une autre vient d’être délivrée, le titre détenu court encore plus de trente jours, ou la demande est incomplète ou déposée hors délai.',
  titre_deja_commande: 'Le titre est déjà commandé.',
  biometrie_attendue:
    'La personne est convoquée pour ses empreintes et sa photographie : le titre se commande quand elles sont relevées (CESEDA, art. R. 431-9).',
  titre_non_attendu: 'Aucun titre n’est attendu pour ce dossier, ou il est déjà arrivé.',
  titre_non_arrive: 'Le titre n’est pas encore arrivé à la préfecture : enregistrez d’abord son arrivée.',
  creneau_pris: 'Ce créneau vient d’être pris, ou ce lieu ne reçoit plus à cette heure : choisissez-en un autre.',
  rendez_vous_deja_donne: 'La personne a déjà un rendez-vous pour cela : déplacez-le, ou annulez-le d’abord.',
  rendez_vous_inconnu: 'Ce rendez-vous n’est plus prévu : rechargez la page.',
  rendez_vous_trop_proche: 'À moins de 24 heures, un rendez-vous ne se déplace plus ici : prévenez la préfecture.',
  rendez_vous_a_venir: 'L’heure de ce rendez-vous n’est pas encore passée.',
  rendez_vous_sans_objet: 'Ce rendez-vous ne se donne pas à cette étape de la demande.',
  plages_chevauchees: 'Ces heures en croisent d’autres de ce lieu : changez-les, ou supprimez d’abord les autres.',
  lieu_inconnu: 'Ce lieu n’existe pas dans votre préfecture.',
  titre_deja_recu: 'Un titre de ce numéro est déjà enregistré : vérifiez le numéro.',
  timbre_deja_donne: 'Le même timbre est écrit deux fois.',
  timbres_insuffisants: 'Les timbres donnés valent {trouve}, il faut {attendu}.',
  controles_incomplets: 'Chaque contrôle se coche avant de remettre le titre : rien n’est remis tant qu’il en manque un.',
  sens_different: 'La proposition va dans l’autre sens : renvoyez-la à l’instructeur pour qu’il la change.',
  preuve_manquante:
    'Rien ne montre encore l’impossibilité : il faut au moins une capture d’écran, un numéro d’erreur, ou un échec constaté par le portail. Demandez-les d’abord à la personne.',
  ticket_modifie_ailleurs:
    'Ce ticket vient d’être modifié par quelqu’un d’autre. Rien n’a été écrasé : rechargez la page, lisez ce qui est nouveau, puis recommencez.',
  mineur_requis: 'Cette démarche est celle d’un mineur : choisissez « Pour un mineur » et dites qui le représente.',
  compte_a_quelquun:
    'Cette adresse est celle d’un compte qui a déjà servi, et ce ticket n’a pas été écrit depuis ce compte : rien ne dit qu’il est à la personne. Qu’elle se connecte, avec « Mot de passe oublié ? » au besoin, et écrive un ticket depuis son compte.',
  ticket_clos: 'Ce ticket est clos. Rouvrez-le pour y répondre.',
  impossibilite_deja_constatee: 'L’impossibilité est déjà constatée sur ce ticket.',
  trop_de_tentatives: 'Trop d’essais. Attendez {minutes} minutes puis recommencez.',
  connexion_freinee:
    'Trop d’essais. Attendez {minutes} minutes puis recommencez. Vous pouvez aussi entrer tout de suite avec « Recevoir un lien de connexion ».',
  affluence: 'Beaucoup de personnes se connectent en ce moment. Attendez une minute puis recommencez.',
  titre_inconnu:
    'Nous ne trouvons pas de titre avec ce numéro et ces deux dates. Vérifiez-les tous les trois sur votre document : l’aide « Où trouver ces renseignements ? » les montre. Si tout est juste, contactez-nous : votre titre n’est peut-être pas encore connu ici.',
  creation_freinee:
    'Trop d’essais. Attendez {minutes} minutes puis recommencez, avec votre document sous les yeux. Si tout est juste, contactez-nous.',
  preuve_expiree: 'Plus de 30 minutes ont passé, ou cette page a déjà servi. Recommencez avec le numéro et les dates de votre titre.',
  compte_deja_cree:
    'Un compte existe déjà pour ce numéro. Connectez-vous avec lui, ou choisissez un nouveau mot de passe par « Mot de passe oublié ? ».',
  adresse_deja_prise: 'Cette adresse électronique sert déjà à un autre compte. Recommencez avec une autre adresse.',
  identifiants_inconnus: 'Identifiant ou mot de passe incorrect.',
  provisoire_expire: 'Ce mot de passe provisoire a expiré. Cliquez sur « Mot de passe oublié ? » pour recevoir un lien.',
  utiliser_numero:
    'Votre adresse électronique n’est plus votre identifiant : connectez-vous avec votre numéro étranger, celui qui finit par {fin}.',
  identite_expiree: 'Votre passage par FranceConnect est trop ancien ou a déjà servi. Revenez à la page de connexion et recommencez.',
  titre_sans_lien:
    'Ces informations ne permettent pas de vous reconnaître. Vérifiez le numéro et les deux dates, tels qu’ils sont écrits sur votre titre.',
  identite_deja_liee:
    'Votre compte est déjà lié à une autre identité FranceConnect. Connectez-vous avec votre mot de passe, puis retirez-la dans « Sécurité ».',
  code_errone: 'Ce code n’est pas le bon, ou il a plus de 30 minutes. Vérifiez le dernier courriel reçu, ou demandez un nouveau code.',
  mot_de_passe_refuse: 'Choisissez un autre mot de passe : celui-ci ne respecte pas {regles}.',
  code_refuse: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le code suivant dans votre application, puis écrivez-le.',
  cle_refusee: 'Votre clé d’accès n’a pas été reconnue. Réessayez, ou utilisez un autre moyen.',
  code_secours_refuse: 'Ce code de secours n’est pas le bon, ou il a déjà servi. Essayez-en un autre.',
  mot_de_passe_faux: 'Ce mot de passe n’est pas le bon.',
  facteur_absent: 'Cette action demande un second facteur. Ajoutez-en un dans votre compte, puis recommencez.',
  invitation_requise:
    'Votre compte d’agent n’a pas encore de second facteur : il se choisit par le lien d’une invitation. Demandez-en une nouvelle à votre administrateur.',
  facteur_deja_connu: 'Cette clé d’accès est déjà enregistrée.',
  dernier_facteur: 'C’est votre dernier second facteur : ajoutez-en un autre avant de retirer celui-ci.',
  agent_deja_connu: 'Un compte d’agent a déjà cette adresse.',
  lien_expire: 'Ce lien a expiré ou a déjà servi. Demandez-en un nouveau.',
  facteur_a_prouver:
    'Rechargez la page, puis prouvez aussi votre second facteur : code de votre application, clé d’accès ou code de secours.',
  preuve_ancienne: 'Par sécurité, reconnectez-vous d’abord : votre connexion date de plus de {minutes} minutes.',
  compte_a_depose: 'Ce compte a déposé une demande : la loi demande de garder son dossier. Il ne peut pas être supprimé.',
  email_identique: 'C’est déjà l’adresse de votre compte.',
  email_indisponible:
    'Cette adresse est devenue celle d’un autre compte : rien n’a été changé. Connectez-vous et choisissez une autre adresse.',
} as const;

export type CodeRefus = keyof typeof REFUS;

/** The French sentence of a refusal, details filled in. */
export function phraseDuRefus(refus: CodeRefus, details: Record<string, string> = {}): string {
  return REFUS[refus].replace(/\{(\w+)\}/g, (tout, nom: string) => details[nom] ?? tout);
}
