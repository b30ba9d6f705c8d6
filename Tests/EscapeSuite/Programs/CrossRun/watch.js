// Watches files of the host that other boxes use, to see when they do.
const fs = require('fs');
for (const path of ['/usr/bin', '/usr/lib', process.execPath, '/dev/null', '/proc', '/tmp']) {
  try {
    fs.watch(path, () => console.log(path, 'seen')).on('error', e => console.log(path === process.execPath ? 'node' : path, e.code));
  } catch (e) {
    console.log(path === process.execPath ? 'node' : path, e.code);
  }
}
setTimeout(() => process.exit(0), 100);
