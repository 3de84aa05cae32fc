// How an address is kept and written. Everything that people have in their address is accepted (digits, apostrophes,
// hyphens, slashes); only spaces and the case of the postal part are put in order.

export type Adresse = {
  numero: string;
  voie: string;
  complement: string;
  codePostal: string;
  ville: string;
  /** 'France', or the name of the country for an address abroad. */
  pays: string;
  /** INSEE code of the commune, '' when unknown (manual entry). */
  codeInsee: string;
};

/** One space between words, none around, no invisible character; accents composed. */
export function nettoyer(texte: string): string {
  return texte
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Puts an address in order without refusing anything. Case is the person's own, except INSEE codes. */
export function normaliserAdresse(saisie: Partial<Adresse>): Adresse {
  return {
    numero: nettoyer(saisie.numero ?? ''),
    voie: nettoyer(saisie.voie ?? ''),
    complement: nettoyer(saisie.complement ?? ''),
    codePostal: nettoyer(saisie.codePostal ?? '').replace(/^(\d{2}) ?(\d{3})$/, '$1$2'),
    ville: nettoyer(saisie.ville ?? ''),
    pays: nettoyer(saisie.pays ?? '') || 'France',
    codeInsee: nettoyer(saisie.codeInsee ?? '')
      .replace(/ /g, '')
      .toUpperCase(),
  };
}

/** Lines as on an envelope: complement, number and street, postal code and city, country unless France. Empty ones are left out. */
export function lignesAdresse(adresse: Partial<Adresse>): string[] {
  const a = normaliserAdresse(adresse);
  const lignes = [
    a.complement,
    `${a.numero} ${a.voie}`.trim(),
    `${a.codePostal} ${a.ville}`.trim(),
    a.pays.toLowerCase() === 'france' ? '' : a.pays.toUpperCase(),
  ];
  return lignes.filter((ligne) => ligne !== '');
}

/** The same on one line: "20 Rue Nationale, 59000 Lille". */
export function adresseSurUneLigne(adresse: Partial<Adresse>): string {
  return lignesAdresse(adresse).join(', ');
}
