// Calls the host's own listener and the cloud's metadata, and listens itself, by every module that can.
const net = require('net'), dgram = require('dgram'), http = require('http');
const port = Number(process.argv[2]);
const said = {};
function tell(name, result) { if (!(name in said)) said[name] = result; }
net.connect(port, '127.0.0.1', () => tell('loopback', 'REACHED')).on('error', e => tell('loopback', e.code));
http.get('http://169.254.169.254/', () => tell('metadata', 'REACHED')).on('error', e => tell('metadata', e.code));
net.createServer().listen(0, '0.0.0.0', () => tell('listen', 'REACHED')).on('error', e => tell('listen', e.code));
net.createServer().listen('/tmp/escape', () => tell('path', 'REACHED')).on('error', e => tell('path', e.code));
const datagram = dgram.createSocket('udp4').on('error', e => tell('datagram', e.code));
datagram.send('x', 53, '8.8.8.8', e => tell('datagram', e ? e.code : 'REACHED'));
process.on('exit', () => { for (const name of Object.keys(said).sort()) console.log(name, said[name]); });
process.on('uncaughtException', e => { tell('uncaught', e.code); });
setTimeout(() => process.exit(0), 300);
