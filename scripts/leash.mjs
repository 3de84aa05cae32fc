// Loaded before each supervised process: when the supervisor dies, even by kill -9, the process ends as if it had been asked to.
// Its own children inherit this file (Node passes --import on) but not the leash: their channel belongs to them.
if (process.ppid === Number(process.env.PORTAIL_SUPERVISEUR)) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
