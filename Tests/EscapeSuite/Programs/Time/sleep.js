// Has something to do in a while, for ever.
setInterval(() => {}, 1000);
