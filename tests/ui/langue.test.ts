import { describe, expect, it } from 'vitest';
import { francais, lireLangue, sensDe, traducteur } from '../../src/ui/langue/langues.ts';
import { langue, t } from '../../src/ui/langue/t.ts';

describe('la langue', () => {
  it('remplit les trous et laisse visible un trou sans valeur', () => {
    expect(francais('Plus que {n} minutes pour {quoi}', { n: 15 })).toBe('Plus que 15 minutes pour {quoi}');
  });
  it('ne lit pas une propriété héritée comme une valeur', () => {
    expect(francais('{toString} {constructor}', {})).toBe('{toString} {constructor}');
  });
  it('rend le français quand la phrase manque au dictionnaire', () => {
    const tr = traducteur('ar', { Accueil: 'الاستقبال' });
    expect(tr('Accueil')).toBe('الاستقبال');
    expect(tr('Page {n}', { n: 2 })).toBe('Page 2');
  });
  it('encadre chaque phrase dans la langue de test', () => {
    expect(traducteur('zz', {})('Étape {n}', { n: 1 })).toBe('⟦Étape 1⟧');
  });
  it('prend le français pour une langue inconnue ou trompeuse', () => {
    expect(['fr', 'zz', 'klingon', '__proto__', '', undefined, null].map(lireLangue)).toEqual(['fr', 'zz', 'fr', 'fr', 'fr', 'fr', 'fr']);
  });
  it('écrit l’arabe de droite à gauche', () => {
    expect([sensDe('ar'), sensDe('ar-MA'), sensDe('fr')]).toEqual(['rtl', 'rtl', 'ltr']);
  });
  it('parle français hors d’une page', () => {
    expect([langue(), t('Bonjour {nom}', { nom: 'TEST' })]).toEqual(['fr', 'Bonjour TEST']);
  });
});
