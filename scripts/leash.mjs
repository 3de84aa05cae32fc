// Loaded before each supervised process: when the supervisor dies, even by kill -9, the process ends as if it had been asked to.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
