// Loaded before a server of Node.js: what is left when the garbage is gone can be measured.
process.on('SIGUSR2', () => gc())
