const { greet } = require('./greeting');

greet('World');
