load('greeting.js');

greet('World');
