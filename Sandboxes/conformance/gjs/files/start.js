imports.searchPath.unshift('.');
const {greet} = imports.greeting;

greet('World');
