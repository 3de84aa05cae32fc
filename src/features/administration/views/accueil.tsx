// The home page of the administration: what this agent may open.
import type { Espace } from '#domain/access/espaces.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Tuile, Tuiles } from '#ui/layout/tuile.tsx';

export function VueAdministration({ espaces }: { espaces: readonly Espace[] }) {
  return (
    <Page titre={t('Administration')} ici={null}>
      <Tuiles>
        {espaces.map((e) => (
          <Tuile key={e.href} titre={t(e.libelle)} href={e.href} description={t(e.resume)} />
        ))}
      </Tuiles>
    </Page>
  );
}
