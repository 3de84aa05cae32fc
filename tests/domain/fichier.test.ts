import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConstatFichier as ConstatLu } from '#adapters/fichier/fichier.ts';
import {
  type ConstatFichier,
  extensions,
  formats,
  nomAffiche,
  refusAvantLecture,
  refusDuConstat,
  refusFichier,
  TAILLE_MAXIMALE,
  tailleLisible,
} from '#domain/piece/fichier.ts';

// The two lists of findings are one: the compiler says so in both directions.
const aller = (constat: ConstatLu): ConstatFichier => constat;
const retour = (constat: ConstatFichier): ConstatLu => constat;

describe('les refus de fichiers', () => {
  it('ont les memes mots du cote de la lecture et du domaine', () => {
    expect(retour(aller('vide'))).toBe('vide');
  });

  it('nomment les formats acceptes', () => {
    for (const format of ['.jpg', '.pdf', '.png', '.bmp', '.tiff', '.tif']) expect(refusFichier.format_refuse).toContain(format);
  });

  it('distingue un contenu deguise d’un format refuse', () => {
    expect(refusDuConstat('type_inconnu', 'passeport.PDF')).toBe('deguise');
    expect(refusDuConstat('type_inconnu', 'lettre.docx')).toBe('format_refuse');
    expect(refusDuConstat('type_inconnu', 'sans extension')).toBe('format_refuse');
    expect(refusDuConstat('protege', 'a.pdf')).toBe('protege');
  });
});

describe('ce qui se dit avant la lecture', () => {
  const fichier = { nom: 'a.pdf', taille: 10, dejaJoints: 0 };
  it('accepte 10 Mo exactement, refuse un octet de plus et zero octet', () => {
    expect(TAILLE_MAXIMALE).toBe(10_485_760);
    expect(refusAvantLecture({ ...fichier, taille: TAILLE_MAXIMALE })).toBeNull();
    expect(refusAvantLecture({ ...fichier, taille: TAILLE_MAXIMALE + 1 })).toBe('trop_lourd');
    expect(refusAvantLecture({ ...fichier, taille: 0 })).toBe('vide');
  });

  it('refuse le quatrieme fichier', () => {
    expect(refusAvantLecture({ ...fichier, dejaJoints: 2 })).toBeNull();
    expect(refusAvantLecture({ ...fichier, dejaJoints: 3 })).toBe('trop_de_fichiers');
  });

  it('accepte chaque extension dans toutes les casses, et un nom sans extension', () => {
    for (const extension of extensions) expect(refusAvantLecture({ ...fichier, nom: `scan${extension.toUpperCase()}` })).toBeNull();
    expect(refusAvantLecture({ ...fichier, nom: 'IMG_2031' })).toBeNull();
    expect(refusAvantLecture({ ...fichier, nom: 'photo.heic' })).toBe('format_refuse');
  });
});

describe('le nom affiche', () => {
  it('garde le nom de la personne et met l’extension du contenu', () => {
    expect(nomAffiche('Acte de naissance – l’été.PDF', 'pdf')).toBe('Acte de naissance – l’été.pdf');
    expect(nomAffiche('scan.jpeg', 'jpg')).toBe('scan.jpeg');
    expect(nomAffiche('scan.tif', 'tiff')).toBe('scan.tif');
    expect(nomAffiche('photo.png', 'jpg')).toBe('photo.jpg');
    expect(nomAffiche('programme.exe', 'png')).toBe('programme.exe.png');
    expect(nomAffiche('', 'bmp')).toBe('document.bmp');
  });

  it('ne trompe jamais : ni dossier, ni controle, ni sens inverse, ni longueur', () => {
    expect(nomAffiche('C:\\Users\\x\\..\\passeport\u202Efdp.exe', 'pdf')).toBe('passeportfdp.exe.pdf');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...formats), (nom, format) => {
        const affiche = nomAffiche(nom, format);
        expect(affiche).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]|^\.|\s\s/u);
        expect(Array.from(affiche).length).toBeLessThanOrEqual(100);
        expect(refusAvantLecture({ nom: affiche, dejaJoints: 0 })).toBeNull();
      }),
    );
  });
});

it('dit une taille comme on la lit', () => {
  expect([0, 1, 512, 34 * 1024, 1_500_000, TAILLE_MAXIMALE].map(tailleLisible)).toEqual([
    '0 octet',
    '1 octet',
    '512 octets',
    '34 ko',
    '1,4 Mo',
    '10 Mo',
  ]);
});
