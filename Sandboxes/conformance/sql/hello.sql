select 'Hello, World!';
