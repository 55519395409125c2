// A relay on uWebSockets, which Bun's server is made of: every text frame goes to the others of a room, the path.
Bun.serve({
  port: Number(process.argv[2]),
  hostname: '127.0.0.1',
  fetch: (request, server) => (server.upgrade(request, { data: new URL(request.url).pathname }) ? undefined : new Response()),
  websocket: {
    open: (socket) => socket.subscribe(socket.data),
    message: (socket, text) => socket.publish(socket.data, text),
  },
})
process.on('SIGUSR2', () => Bun.gc(true))
console.log('ready')
