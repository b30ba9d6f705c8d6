import { greet } from './greeting';

greet('World');
