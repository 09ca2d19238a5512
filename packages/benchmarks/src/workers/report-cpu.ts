/** Loaded into a server of others before its own code: answers every message with the processor time used so far. */
process.on('message', () => process.send?.(process.cpuUsage()));
