local greeting = import 'greeting.jsonnet';

greeting.greet('World')
