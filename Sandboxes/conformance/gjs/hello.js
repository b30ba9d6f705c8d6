print('Hello, World!');
