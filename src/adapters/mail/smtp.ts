import 'server-only';
// The mail server of the deployer. Delivery is "at least once": a process killed after the server's answer and before its own
// note sends again, with the same Message-ID, which many servers and readers recognise.
import nodemailer from 'nodemailer';
import type { Mail } from './mail.ts';

/** Milliseconds. Together shorter than the job's own limit, so that a silent server gives an error and not a lost job. */
const DELAIS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 8_000, dnsTimeout: 3_000 } as const;

export function smtp(url: string, expediteur: string): Mail {
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: 2, ...DELAIS });
  return {
    async envoyer({ messageId, destinataire, sujet, texte, html, pieces }) {
      await transport.sendMail({
        messageId,
        from: expediteur,
        to: { name: '', address: destinataire },
        subject: sujet,
        text: texte,
        html,
        attachments: pieces.map((p) => ({ filename: p.nom, contentType: p.type, content: p.contenu })),
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    async fermer() {
      transport.close();
    },
  };
}
