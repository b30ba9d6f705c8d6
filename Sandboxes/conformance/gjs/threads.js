const {GLib} = imports.gi;

const loop = new GLib.MainLoop(null, false);

async function total(number) {
    let sum = 0;
    for (let i = 0; i < 1000; i++) {
        sum += number;
        await null;
    }
    return sum;
}

Promise.all([0, 1, 2, 3].map(total)).then(sums => {
    print(sums.reduce((a, b) => a + b));
    loop.quit();
});
loop.run();
