import { describe, expect, it } from 'vitest';
import { avisEnMots, echeanceAvis, reputeLe } from '#domain/dossier/avis.ts';

const suivi = (sorte: 'commission' | 'ofii' | 'fraude' | 'maire', departLe: string | null = null) => ({
  sorte,
  deposeLe: '2026-08-20',
  demandeLe: '2026-08-31',
  departLe,
});

describe('le délai d’un avis', () => {
  it('est de trois mois pour la commission (R.432-8), de date à date', () => {
    expect(echeanceAvis(suivi('commission'), '2026-11-28')).toEqual({ quoi: 'avis', dernierJour: '2026-11-30', joursRestants: 2 });
    expect(reputeLe(suivi('commission'), '2026-11-30')).toBeNull();
    expect(reputeLe(suivi('commission'), '2026-12-01')).toBe('2026-11-30');
  });

  it('est de deux mois pour le maire (L.413-7), dont le silence est favorable', () => {
    expect(echeanceAvis(suivi('maire'), '2026-08-31')?.dernierJour).toBe('2026-10-31');
    expect(avisEnMots('maire', 'repute', '2026-10-31')).toBe('réputé favorable le 31/10/2026');
    expect(avisEnMots('commission', 'repute', '2026-11-30')).toBe('réputé rendu le 30/11/2026');
  });

  it('de l’OFII court de la réception du certificat ; le silence n’y vaut rien', () => {
    // a month from the deposit to send it (R.425-12)
    expect(echeanceAvis(suivi('ofii'), '2026-09-01')).toEqual({ quoi: 'certificat', dernierJour: '2026-09-20', joursRestants: 19 });
    expect(echeanceAvis(suivi('ofii', '2026-09-15'), '2026-09-15')).toEqual({ quoi: 'avis', dernierJour: '2026-12-15', joursRestants: 91 });
    expect(reputeLe(suivi('ofii', '2026-09-15'), '2027-06-01')).toBeNull();
  });

  it('n’est fixé par aucun texte pour le référent fraude', () => {
    expect(echeanceAvis(suivi('fraude'), '2027-01-01')).toBeNull();
    expect(reputeLe(suivi('fraude'), '2027-01-01')).toBeNull();
  });
});
