// The whole history of a dossier as a signed PDF. Posted: it is an act, with a reason, kept in the journal and logged as a reading by the
// command itself (consignerConsultation). Without a reason, or a recent proof, the page that asks for them.
import { rolesAyant } from '#domain/access/roles.ts';
import { exporterHistorique } from '#features/dossier/historique/commands.ts';
import { dossierAExporter } from '#features/dossier/historique/queries.ts';
import { schemaMotif } from '#features/dossier/historique/schema.ts';
import { reponseOctets } from '#guard/octets.ts';
import { rienIci, routeAgent, versPage } from '#guard/route.ts';

export const POST = routeAgent(
  'export_historique',
  rolesAyant('exporter_historique'),
  async ({ requete, params, portee, agent, confirmer, at }) => {
    const dossier = await dossierAExporter(portee, params.dossier ?? '');
    if (!dossier) return rienIci();
    // the page asks for the proof, and leads back to the form: nothing can be posted again from a log-in page
    if (confirmer()) return versPage(`/instruction/${dossier.id}/historique`);
    const saisie = schemaMotif.safeParse(Object.fromEntries(await requete.formData().catch(() => new FormData())));
    if (!saisie.success) return versPage(`/instruction/${dossier.id}/historique?erreur=motif`);
    const fait = await exporterHistorique(portee, agent, dossier.id, saisie.data.motif, at);
    return fait ? reponseOctets(fait.contenu, fait.octets) : rienIci();
  },
);
