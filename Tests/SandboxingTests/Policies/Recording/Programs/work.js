// What a solution in JavaScript may do besides computing: workers, files, time, memory.
const fs = require('fs');
const { Worker, isMainThread, parentPort } = require('worker_threads');
if (process.argv[2] === 'child') {
    process.on('message', message => { process.send(message); process.disconnect(); });
} else if (!isMainThread) {
    const memory = new Array(1 << 20).fill(1);
    parentPort.postMessage(memory.length);
} else {
    let text = '';
    process.stdin.on('data', piece => { text += piece; });
    process.stdin.on('end', async () => {
        const counts = [0, 1].map(() => new Promise(resolve => new Worker(__filename).on('message', resolve)));
        await Promise.all(counts);
        fs.writeFileSync('/tmp/text', 'text');
        await fs.promises.rename('/tmp/text', '/tmp/other');
        await fs.promises.readFile('/tmp/other', 'utf8');
        fs.readdirSync('/tmp');
        fs.unlinkSync('/tmp/other');
        require('crypto').randomBytes(16);
        require('zlib').gzipSync(Buffer.alloc(1 << 20));
        await new Promise(resolve => setTimeout(resolve, 1));
        const table = new Map();
        for (let number = 0; number < 1000000; number++) table.set(number, String(number));
        require('child_process').spawnSync('/usr/bin/true');
        await new Promise(resolve => require('child_process').exec('/usr/bin/true', resolve));
        const child = require('child_process').fork(__filename, ['child']);
        await new Promise(resolve => { child.on('message', resolve); child.send('hello'); });
        await new Promise(resolve => child.on('exit', resolve));
        const rl = require('readline').createInterface({ input: fs.createReadStream('/etc/passwd') });
        for await (const line of rl) text += line;
        process.hrtime.bigint();
        console.log('done', table.size);
    });
}
