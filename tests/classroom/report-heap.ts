/**
 * Loaded before a relay, with `--expose-gc`: whenever the relay's parent asks, says what the heap has that is in use,
 * bytes.
 */
process.on('message', () => {
  globalThis.gc!();
  process.send!(process.memoryUsage().heapUsed);
});
// Being ready to say it keeps no relay from stopping.
process.channel!.unref();
