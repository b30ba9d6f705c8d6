say('Hello, World!');
