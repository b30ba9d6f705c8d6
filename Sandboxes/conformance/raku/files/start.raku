use Greeting;

greet 'World';
